import { isClienteleError } from '@clientele/core'
import { createEmulator } from '@clientele/emulator'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createLeakWatch } from './support/leak-watch.ts'
import { createManualClock } from './support/manual-clock.ts'
import { json, publishableKey, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, jwtOf, sessionJson } from './support/wire.ts'

const identifier = 'ada@example.com'
const password = 'correct horse battery staple'

const open = async (mode: 'browser' | 'native' = 'browser') => {
  const clock = createManualClock()
  const emulator = createEmulator({ clock })
  emulator.users.create({ emailAddress: identifier, password })
  const { fetch } = emulator.agent(mode === 'native' ? { origin: null } : {})
  const leaks = createLeakWatch()
  const state = { broken: false }
  const clientele = createClientele(
    leaks.options({
      publishableKey: emulator.publishableKey,
      clock,
      mode,
      fetch: (input, init) => {
        if (state.broken) throw new TypeError(`fetch failed: ${input}`)
        return fetch(input, init)
      },
    }),
  )
  leaks.watch(clientele)
  await clientele.load()
  /** Does something that fails, and looks at the error as a log would print it. */
  const fail = async (work: Promise<unknown> | undefined) => {
    const error = await Promise.resolve(work).then(
      () => undefined,
      reason => reason,
    )
    expect(isClienteleError(error)).toBe(true)
    leaks.thrown(error)
  }
  return { clientele, clock, emulator, leaks, state, fail }
}

describe.each(['browser', 'native'] as const)('in %s mode', mode => {
  it('nothing secret is in state, storage, errors, timeline or URLs, whatever fails', async () => {
    const { clientele, emulator, leaks, fail } = await open(mode)
    const attempt = () => clientele.client?.signIn
    await fail(
      attempt()?.create({ strategy: 'password', identifier, password: 'wrong horse battery' }),
    )
    await attempt()?.create({ identifier })
    const factor = attempt()?.supportedFirstFactors?.find(each => each.strategy === 'email_code')
    await attempt()?.prepareFirstFactor(factor ?? { strategy: 'email_code' })
    await fail(attempt()?.attemptFirstFactor({ strategy: 'email_code', code: '111111' }))
    const { code } = emulator.inbox.latest({ to: identifier }) ?? {}
    const done = await attempt()?.attemptFirstFactor({ strategy: 'email_code', code: code ?? '' })
    await clientele.setActive({ session: done?.createdSessionId ?? null })
    await clientele.getToken({ skipCache: true })
    await fail(
      clientele.client?.signIn.create({ strategy: 'ticket', ticket: 'ticket_that_is_none' }),
    )
    await clientele.signOut()
    expect(leaks.known()).toBeGreaterThanOrEqual(mode === 'native' ? 6 : 5)
    expect(leaks.leaks()).toEqual([])
  })

  it('a network that says where it was asked says nothing secret', async () => {
    const { clientele, clock, leaks, state, fail } = await open(mode)
    state.broken = true
    const failed = fail(
      clientele.client?.signIn.create({ strategy: 'password', identifier, password }),
    )
    await clock.advance(60_000)
    await failed
    expect(leaks.leaks()).toEqual([])
    clientele.dispose()
  })
})

it('an answer with a token where none belongs is an error without it', async () => {
  const leaks = createLeakWatch()
  const jwt = jwtOf('sess_1', 1_700_000_000)
  const wire = scriptedFetch(({ path }) =>
    path.endsWith('/tokens')
      ? json({ object: 'token', jwt: { raw: jwt } })
      : json({ response: clientJson({ sessions: [sessionJson('sess_1')] }), client: null }),
  )
  const clientele = createClientele(
    leaks.options({ publishableKey, fetch: wire.fetch, clock: createManualClock() }),
  )
  leaks.watch(clientele)
  await clientele.load()
  leaks.thrown(await clientele.getToken().catch(error => error))
  expect(leaks.known()).toBeGreaterThan(0)
  expect(leaks.leaks()).toEqual([])
  clientele.dispose()
})

it('the watch itself sees a leak when there is one', async () => {
  const leaks = createLeakWatch()
  const wire = scriptedFetch(() => json({ response: clientJson(), client: null }))
  const clientele = createClientele(leaks.options({ publishableKey, fetch: wire.fetch }))
  leaks.watch(clientele)
  await clientele.client?.signIn.create({ identifier, password })
  await clientele.load()
  await clientele.client?.signIn.create({ identifier, password }).catch(leaks.thrown)
  leaks.thrown(new Error(`could not sign in with ${password}`))
  expect(leaks.leaks()).toEqual(['password in error'])
})
