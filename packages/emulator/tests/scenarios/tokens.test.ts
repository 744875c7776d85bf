import { describe, expect, test } from 'vitest'
import { jane } from '../support/browser.ts'
import { stage, stageSignedIn } from '../support/stage.ts'

describe('scenario', () => {
  test('refresh-storm-429: ten refusals that say when to come again, then a token', async () => {
    const { session, id } = await stageSignedIn('refresh-storm-429')
    for (let count = 0; count < 10; count += 1) {
      const { status, headers } = await session('tokens', id)
      expect([status, headers.get('retry-after')]).toEqual([429, '10'])
    }
    expect((await session('tokens', id)).body.jwt).toMatch(/^ey/)
  })

  test('refresh-storm-500: every refresh fails, whatever else works', async () => {
    const { session, client, id } = await stageSignedIn('refresh-storm-500')
    for (let count = 0; count < 5; count += 1)
      expect((await session('tokens', id)).status).toBe(500)
    expect((await client()).body.response?.sessions).toMatchObject([{ status: 'active' }])
  })

  test('stale-401: one refresh is refused, and the session is alive', async () => {
    const { session, client, id } = await stageSignedIn('stale-401')
    const statuses = [await session('tokens', id), await session('tokens', id)].map(
      ({ status }) => status,
    )
    expect(statuses).toEqual([200, 401])
    expect((await client()).body.response?.sessions).toMatchObject([{ status: 'active' }])
    expect((await session('tokens', id)).status).toBe(200)
  })

  test('unseen-session: two refreshes do not find it', async () => {
    const { session, id } = await stageSignedIn('unseen-session')
    const answers = [
      await session('tokens', id),
      await session('tokens', id),
      await session('tokens', id),
    ]
    expect(answers.map(({ fault }) => fault)).toEqual([
      'resource_not_found',
      'resource_not_found',
      undefined,
    ])
  })

  test('empty-token: one of three is empty', async () => {
    const { session, id } = await stageSignedIn('empty-token')
    const answers = [
      await session('tokens', id),
      await session('tokens', id),
      await session('tokens', id),
    ]
    expect(answers.map(({ body }) => body.jwt === '')).toEqual([false, true, false])
  })

  test('staler-token: the third is that of a minute ago', async () => {
    const { session, id, emulator } = await stageSignedIn('staler-token')
    const tokens: (string | undefined)[] = []
    for (let count = 0; count < 4; count += 1) {
      tokens.push((await session('tokens', id)).body.jwt)
      emulator.clock.advance(60_000)
    }
    expect(tokens[2]).toBe(tokens[1])
    expect(new Set(tokens).size).toBe(3)
  })

  test('short-lived-tokens: five seconds from issue to end', async () => {
    const { session, id } = await stageSignedIn('short-lived-tokens')
    const { jwt = '' } = (await session('tokens', id)).body
    const { exp, iat } = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString())
    expect(exp - iat).toBe(5)
  })

  test('session-expires: after two minutes it is over', async () => {
    const { session, client, id, emulator } = await stageSignedIn('session-expires')
    emulator.clock.advance(119_999)
    expect((await session('tokens', id)).status).toBe(200)
    emulator.clock.advance(1)
    expect((await session('tokens', id)).status).toBe(401)
    expect((await client()).body.response?.sessions).toMatchObject([{ status: 'expired' }])
  })

  test('revoked-elsewhere: the second refresh is 401, and the client shows a revoked session', async () => {
    const { session, client, id } = await stageSignedIn('revoked-elsewhere')
    expect((await session('tokens', id)).status).toBe(200)
    expect(await session('tokens', id)).toMatchObject({ status: 401, fault: 'signed_out' })
    expect((await client()).body.response?.sessions).toMatchObject([{ status: 'revoked' }])
  })

  test('rotation-race: one read looks signed out, the next does not', async () => {
    const { client } = await stageSignedIn('rotation-race')
    const reads = [await client(), await client(), await client()]
    expect(reads.map(({ body }) => body.response?.sessions.length ?? null)).toEqual([1, null, 1])
  })

  test('native-rotation: a client token that was stored late is that of nobody', async () => {
    const { emulator } = stage('native-rotation')
    const call = (authorization: string, fields?: Record<string, string>) =>
      emulator.fetch(`/v1/client${fields ? '/sign_ins' : ''}?_is_native=1`, {
        headers: { authorization },
        ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
      })
    const first = await call('', { identifier: jane.emailAddress, password: jane.password })
    const older = first.headers.get('authorization') ?? ''
    const second = await call(older)
    expect((await second.json()).response.sessions).toHaveLength(1)
    expect((await (await call(older)).json()).response).toBeNull()
    expect(
      (await (await call(second.headers.get('authorization') ?? '')).json()).response.sessions,
    ).toHaveLength(1)
  })
})
