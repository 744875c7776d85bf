import type { ClienteleStore } from '@clientele/core'
import { expectTypeOf, it } from 'vitest'

declare module '@clientele/core' {
  interface UserPublicMetadata {
    readonly plan?: 'free' | 'pro'
  }
}

it('an application types the metadata of its users', () => {
  type Given = NonNullable<ClienteleStore['user']>['publicMetadata']
  expectTypeOf<Given['plan']>().toEqualTypeOf<'free' | 'pro' | undefined>()
})
