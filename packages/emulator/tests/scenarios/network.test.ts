import { findScenario } from '@clientele/emulator'
import { describe, expect, test } from 'vitest'
import { createFrozen, createSignedIn, jane, start, whenTurnsAreTaken } from '../support/browser.ts'
import { password, stage, stageSignedIn } from '../support/stage.ts'

describe('scenario', () => {
  test('flaky-network: some requests are late, some break off, and the session outlives it', async () => {
    let now = start
    // Whatever waits goes on at once, and the time has come.
    const schedule = (callback: () => void, ms: number) => {
      queueMicrotask(() => {
        now += ms
        callback()
      })
      return () => {}
    }
    const emulator = createFrozen({ clock: { now: () => now, schedule } })
    const { agent } = await createSignedIn(emulator)
    emulator.seed({ faults: findScenario('flaky-network').seed.faults })
    const outcomes = new Set<number | boolean>()
    for (let count = 0; count < 60; count += 1) {
      const outcome = await agent.fetch('/v1/client').then(
        ({ status }) => status,
        (error: unknown) => error instanceof TypeError,
      )
      outcomes.add(outcome)
    }
    expect(outcomes).toEqual(new Set([200, true]))
    expect(now).toBeGreaterThan(start)
    expect(emulator.sessions.list()).toMatchObject([{ status: 'active' }])
  })

  test('offline: nothing gets through, and what was is still there', async () => {
    const { client, signIn, emulator } = stage('offline')
    for (const attempt of [client, () => signIn(password)])
      await expect(attempt()).rejects.toThrow(TypeError)
    expect(emulator.requests).toEqual([])
    emulator.faults.clear()
    expect((await signIn(password)).status).toBe(200)
  })

  test('clock-skew: the date is an hour ahead', async () => {
    const { client } = stage('clock-skew')
    expect((await client()).headers.get('date')).toBe(new Date(start + 3_600_000).toUTCString())
  })

  test('clock-behind: the date is an hour behind', async () => {
    const { client } = stage('clock-behind')
    expect((await client()).headers.get('date')).toBe(new Date(start - 3_600_000).toUTCString())
  })

  test('late-read: what was read before a sign-out arrives after it', async () => {
    const { client, send } = await stageSignedIn('late-read')
    await client()
    const late = client()
    await send('DELETE', '/v1/client/sessions')
    expect((await late).body.response?.sessions).toHaveLength(1)
    expect((await client()).body.response?.sessions).toEqual([])
  })

  test('repeated-requests: a sign-in arrives twice, and the second time somebody is signed in already', async () => {
    const { signIn, signUp, emulator, send } = stage('repeated-requests')
    await send('PUT', '/v1/client') // without its cookie the two would be of two clients
    expect((await signIn(password)).fault).toBe('identifier_already_signed_in')
    expect(emulator.sessions.list()).toHaveLength(1)
    expect((await signUp({ email_address: 'new@example.com' })).status).toBe(200)
    expect(emulator.requests.slice(1).map(({ path }) => path)).toEqual([
      '/v1/client/sign_ins',
      '/v1/client/sign_ins',
      '/v1/client/sign_ups',
      '/v1/client/sign_ups',
    ])
  })

  test('lost-sign-in-answer: it broke off, and the session is there', async () => {
    const { signIn, emulator } = stage('lost-sign-in-answer')
    await expect(
      signIn({ identifier: jane.emailAddress, password: jane.password }),
    ).rejects.toThrow(TypeError)
    expect(emulator.sessions.list()).toMatchObject([{ status: 'active' }])
    expect((await signIn({ identifier: jane.emailAddress, password: jane.password })).status).toBe(
      200,
    )
  })

  test('lost-sign-up-answer: it broke off, and the sign-up is there', async () => {
    const { signUp, emulator, client } = stage('lost-sign-up-answer')
    await expect(signUp({ email_address: 'new@example.com' })).rejects.toThrow(TypeError)
    expect(emulator.clients.list()).toMatchObject([{ signUpId: expect.stringMatching(/^sua_/) }])
    // the cookie of the new client was lost with the answer
    expect((await client()).body.response).toBeNull()
  })

  test('hanging-sign-in: the session is there a minute before its answer', async () => {
    const { signIn, emulator } = stage('hanging-sign-in')
    const late = signIn(password)
    await whenTurnsAreTaken(emulator)
    expect(emulator.sessions.list()).toHaveLength(1)
    emulator.clock.advance(60_000)
    expect((await late).body.response.status).toBe('complete')
  })

  test('failing-sign-out: each way fails twice, and the session is still there', async () => {
    const { send, session, id, emulator } = await stageSignedIn('failing-sign-out')
    for (let count = 0; count < 2; count += 1) {
      expect((await send('DELETE', '/v1/client/sessions')).status).toBe(503)
      for (const verb of ['remove', 'end']) expect((await session(verb, id)).status).toBe(503)
    }
    expect(emulator.sessions.list()).toMatchObject([{ status: 'active' }])
    expect((await send('DELETE', '/v1/client/sessions')).status).toBe(200)
  })
})
