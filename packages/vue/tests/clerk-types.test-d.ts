// Checked by `tsc`, and never run.
import type { Clerk, SetActive, SignInResource, UserResource } from '@clientele/core/clerk'
import { clerkPlugin, Show, useAuth, useClerk, useSignIn, useUser } from '@clientele/vue/clerk'
import { expectTypeOf } from 'vitest'
import { type ComputedRef, createApp, h, type ShallowRef } from 'vue'

export const whatTheyGive = () => {
  expectTypeOf(useClerk()).toEqualTypeOf<ShallowRef<Clerk | null>>()
  expectTypeOf(useUser().isLoaded).toExtend<ComputedRef<boolean>>()
  expectTypeOf(useUser().user.value).toEqualTypeOf<UserResource | null | undefined>()
  expectTypeOf(useAuth().getToken.value()).toEqualTypeOf<Promise<string | null>>()
  expectTypeOf(useAuth().orgPermissions.value).toEqualTypeOf<string[] | null | undefined>()
  expectTypeOf(useSignIn().signIn.value).toEqualTypeOf<SignInResource | undefined>()
  expectTypeOf(useSignIn().setActive.value).toEqualTypeOf<SetActive | undefined>()
}

export const whatIsRefused = () => {
  createApp({}).use(clerkPlugin, { publishableKey: 'pk_test_', prefetchUI: false })
  // @ts-expect-error: there is no prebuilt UI
  createApp({}).use(clerkPlugin, { publishableKey: 'pk_test_', appearance: {} })
  h(Show, { when: has => has({ role: 'org:admin' }), fallback: 'no' })
  // @ts-expect-error: there is no such case
  h(Show, { when: 'maybe' })
  // @ts-expect-error: it has to say when
  h(Show, {})
}
