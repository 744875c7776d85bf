import { createEmulator, type Emulator } from '@clientele/emulator'
import { assert, asyncProperty, string } from 'fast-check'
import { expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn, jane, joe } from './support/browser.ts'
import { deeds, someDeeds } from './support/deeds.ts'

/** Does a little of everything and returns every answer, headers included. */
const story = async (emulator: Emulator): Promise<string[]> => {
  const told: string[] = []
  emulator.users.create(jane)
  const { signUp, signUpStep, signIn, session, send, client } = createBrowser(emulator)
  const tell = async (answer: Promise<{ status: number; text: string; headers: Headers }>) => {
    const { status, text, headers } = await answer
    told.push(`${status} ${JSON.stringify([...headers])} ${text}`)
  }
  const { id } = (await signUp({ email_address: joe.emailAddress })).body.response
  await tell(signUpStep(id, 'prepare_verification', { strategy: 'email_code' }))
  const code = emulator.inbox.latest()?.code ?? ''
  const done = await signUpStep(id, 'attempt_verification', { strategy: 'email_code', code })
  emulator.clock.advance(1000)
  await tell(session('tokens', done.body.response.created_session_id ?? ''))
  await tell(signIn({ identifier: jane.emailAddress, password: 'wrong' }))
  await tell(signIn({ identifier: jane.emailAddress, password: jane.password }))
  await tell(client())
  await tell(send('DELETE', '/v1/client/sessions'))
  return [...told, code, JSON.stringify(emulator.requests)]
}

test('same seed and calls: byte-identical answers', async () => {
  expect(await story(createFrozen())).toEqual(await story(createFrozen()))
})

/** The same emulator, and every answer that it gives from now on, headers included. */
const overhear = (emulator: Emulator) => {
  const told: string[] = []
  const overheard =
    (fetch: Emulator['fetch']): Emulator['fetch'] =>
    async (input, init) => {
      const response = await fetch(input, init)
      told.push(
        `${response.status} ${JSON.stringify([...response.headers])} ${await response.clone().text()}`,
      )
      return response
    }
  const agent: Emulator['agent'] = options => {
    const one = emulator.agent(options)
    return { ...one, fetch: overheard(one.fetch) }
  }
  return { told, emulator: { ...emulator, agent, fetch: overheard(emulator.fetch) } }
}

test('same seed and calls, whatever they are: byte-identical answers, messages and state', async () => {
  await assert(
    asyncProperty(someDeeds, string(), async (chosen, seed) => {
      const run = async () => {
        const { told, emulator } = overhear(createFrozen({ seed }))
        for (const name of chosen) await deeds[name](emulator)
        return [
          ...told,
          JSON.stringify(emulator.inbox.messages()),
          JSON.stringify(emulator.export()),
        ]
      }
      expect(await run()).toEqual(await run())
    }),
    { numRuns: 30 },
  )
})

test('another seed: other ids, codes and tokens', async () => {
  const [one = [], two = []] = await Promise.all([
    story(createFrozen()),
    story(createFrozen({ seed: 7 })),
  ])
  for (const [index, answer] of one.entries()) expect(two[index]).not.toBe(answer)
})

test('reset equals a fresh start', async () => {
  const emulator = createFrozen()
  const fresh = await story(emulator)
  emulator.settings.patch({ singleSession: true })
  emulator.reset()
  expect(emulator.users.list()).toEqual([])
  expect(emulator.sessions.list()).toEqual([])
  expect(emulator.clients.list()).toEqual([])
  expect(emulator.inbox.messages()).toEqual([])
  expect(emulator.requests).toEqual([])
  expect(emulator.settings.read().singleSession).toBe(false)
  expect(await story(emulator)).toEqual(fresh)
})

test('a browser from before a reset is nobody', async () => {
  const emulator = createFrozen()
  const { client } = await createSignedIn(emulator)
  emulator.reset()
  expect((await client()).body.response).toBeNull()
})

test('ten thousand ids of a kind are ten thousand', () => {
  const emulator = createEmulator()
  const ids = new Set<string>()
  for (let count = 0; count < 10_000; count += 1) ids.add(emulator.users.create().id)
  expect(ids.size).toBe(10_000)
})
