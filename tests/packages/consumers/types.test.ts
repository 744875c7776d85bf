import { beforeAll, describe, expect, inject, it } from 'vitest'
import { runsOn } from '../../runs-on.ts'
import { checkTypes } from '../support/check-types.ts'
import { type Consumer, consumerAt, installConsumer } from '../support/consumer.ts'
import { oldest, typescripts } from '../support/versions.ts'

describe('with the newest frameworks', () => {
  const consumer = consumerAt(inject('newest'))
  const all = ['core.ts', 'emulator.ts', 'react.tsx', 'vue.ts']

  it.each(Object.entries(typescripts))('%s has nothing to say', async (typescript, version) => {
    expect(await checkTypes(consumer, typescript, 'bundler', all)).toBe('')
    runsOn('TypeScript', 'TypeScript', version.replace('npm:typescript@', ''))
  })

  it.each(['typescript-5.4', 'typescript-7'])(
    '%s has nothing to say of them as modules of Node.js',
    async typescript => expect(await checkTypes(consumer, typescript, 'node', all)).toBe(''),
  )

  it.each(['typescript-5.4', 'typescript-7'])(
    '%s has nothing to say of them as CommonJS',
    async typescript => expect(await checkTypes(consumer, typescript, 'commonjs', all)).toBe(''),
  )

  it.each(['typescript-5.4', 'typescript-5.9'])(
    '%s finds all of them without export maps',
    async typescript => expect(await checkTypes(consumer, typescript, 'node10', all)).toBe(''),
  )
})

it.each(['typescript-5.4', 'typescript-7'])(
  '%s says what to use in place of what is not here',
  async typescript => {
    const consumer = consumerAt(inject('newest'))
    const said = await checkTypes(consumer, typescript, 'bundler', ['not-here.tsx'])
    for (const instead of [
      'use a form of your own over useSignIn()',
      'use markup over useUser() and SignOutButton',
      'use the waitlist component of Clerk',
      'use options of clerkPlugin: appearance is yours',
      'use a page of your own, and clerk.navigate() to it',
    ])
      expect(said).toContain(`NotHere<"${instead}">`)
  },
)

describe('with the oldest frameworks', () => {
  const typescript = 'typescript-5.4'
  let consumer: Consumer
  beforeAll(async () => {
    const dependencies = { ...oldest, [typescript]: typescripts[typescript] ?? '' }
    consumer = await installConsumer('npm', dependencies, inject('packed'))
    return () => consumer.remove()
  })

  it('the oldest TypeScript has nothing to say of the core and the hooks of React', async () =>
    expect(
      await checkTypes(consumer, typescript, 'bundler', ['react.tsx', 'core.ts', 'emulator.ts']),
    ).toBe(''))

  it('the oldest TypeScript has nothing to say of the composables of Vue', async () =>
    expect(await checkTypes(consumer, typescript, 'bundler', ['vue.ts', 'core.ts'])).toBe(''))
})
