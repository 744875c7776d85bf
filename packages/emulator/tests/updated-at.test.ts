import type { Emulator } from '@clientele/emulator'
import { array, assert, asyncProperty, constantFrom } from 'fast-check'
import { expect, test } from 'vitest'
import { type Browser, createFrozen, createSignedIn, jane } from './support/browser.ts'
import { type deedNames, deeds } from './support/deeds.ts'

// What follows from the clock alone.
const told = ['last_active_token', 'factor_verification_age']

/** What a client shows, and its stamp apart from it; `null` once it is another's. */
const look = async ({ client }: Browser) => {
  const { response } = (await client()).body
  if (!response) return null
  const text = JSON.stringify({ ...response, updated_at: 0 }, (key, value: unknown) =>
    told.includes(key) ? null : value,
  )
  return { stamp: response.updated_at, text }
}

type Step = (emulator: Emulator, browser: Browser & { readonly id: string }) => Promise<unknown>

const janeOf = (emulator: Emulator) => emulator.users.get(jane.emailAddress)?.id ?? ''

const begin = async ({ signIn, signInStep }: Browser) => {
  const { body } = await signIn({ identifier: 'joe@example.com' })
  const step = (name: string, fields = {}) =>
    signInStep(body.response?.id ?? '', name, { strategy: 'email_code', ...fields })
  await step('prepare_first_factor')
  return step
}

const own = {
  touch: async (emulator, { id, session }) => {
    emulator.clock.advance(1000)
    return session('touch', id)
  },
  token: (_, { id, session }) => session('tokens', id),
  signOut: (_, { id, session }) => session('end', id),
  attempt: async (_, browser) => begin(browser),
  wrongCode: async (_, browser) => (await begin(browser))('attempt_first_factor', { code: '0' }),
  refusedCall: (_, { send }) => send('PATCH', '/v1/me', { username: '' }),
  name: (_, { send }) => send('PATCH', '/v1/me', { first_name: 'Other' }),
  address: (_, { send }) =>
    send('POST', '/v1/me/email_addresses', { email_address: 'work@example.com' }),
  organization: (_, { send }) => send('POST', '/v1/organizations', { name: 'Mine' }),
  renamed: async (_, { send }) => {
    const { body } = await send<{ id: string }>('POST', '/v1/organizations', { name: 'Old' })
    return send('PATCH', `/v1/organizations/${body.response?.id}`, { name: 'New' })
  },
  member: async emulator => {
    const { id = '' } = emulator.organizations.list()[0] ?? {}
    const userId = emulator.users.create().id
    if (id) emulator.organizations.addMember(id, { userId })
  },
  outside: async emulator => emulator.users.update(janeOf(emulator), { externalId: 'e1' }),
  unlocked: async emulator => emulator.users.unlock(janeOf(emulator)),
  later: async emulator => emulator.clock.advance(3600_000),
} satisfies Record<string, Step>

const steps: Readonly<Record<string, Step>> = { ...own, ...deeds }
// as: the keys of the object above
const names = Object.keys(steps) as (keyof typeof own | (typeof deedNames)[number])[]

test('a client is stamped if and only if what it shows is another', async () => {
  await assert(
    asyncProperty(array(constantFrom(...names), { maxLength: 8 }), async chosen => {
      const emulator = createFrozen()
      emulator.users.create({ emailAddress: 'joe@example.com' })
      const browser = await createSignedIn(emulator)
      let before = await look(browser)
      for (const name of chosen) {
        await steps[name]?.(emulator, browser)
        const now = await look(browser)
        if (!before || !now) return
        expect([name, now.stamp > before.stamp]).toEqual([name, now.text !== before.text])
        before = now
      }
    }),
    { numRuns: 40 },
  )
})
