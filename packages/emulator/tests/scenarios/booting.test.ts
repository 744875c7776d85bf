import { describe, expect, test } from 'vitest'
import { whenTurnsAreTaken } from '../support/browser.ts'
import { password, stage, stageSignedIn } from '../support/stage.ts'
import type { ClientWire } from '../support/wire.ts'

describe('scenario', () => {
  test('server-down: 503 for everything', async () => {
    const { client, send } = stage('server-down')
    expect([(await client()).status, (await send('GET', '/v1/environment')).status]).toEqual([
      503, 503,
    ])
  })

  test('silent-server: a minute of silence, then an answer', async () => {
    const { client, emulator } = stage('silent-server')
    const late = client()
    let answered = false
    late.then(() => {
      answered = true
    })
    await whenTurnsAreTaken(emulator)
    emulator.clock.advance(59_999)
    await whenTurnsAreTaken(emulator)
    expect(answered).toBe(false)
    emulator.clock.advance(1)
    expect((await late).status).toBe(200)
  })

  test('throttled-start: three times 429, then the session that was there all the time', async () => {
    const { client, id } = await stageSignedIn('throttled-start')
    const reads = [await client(), await client(), await client(), await client()]
    expect(reads.map(({ status }) => status)).toEqual([429, 429, 429, 200])
    expect(reads.map(({ headers }) => headers.get('retry-after'))).toEqual(['5', '5', '5', null])
    expect(reads[3]?.body.response?.last_active_session_id).toBe(id)
  })

  test('html-from-proxy: two pages with status 200, then the client', async () => {
    const { agent } = await stageSignedIn('html-from-proxy')
    const types = []
    for (let count = 0; count < 3; count += 1) {
      const { status, headers } = await agent.fetch('/v1/client')
      types.push(`${status} ${headers.get('content-type')?.split(';')[0]}`)
    }
    expect(types).toEqual(['200 text/html', '200 text/html', '200 application/json'])
  })

  test('half-an-answer: two reads are no JSON, and the third is the client', async () => {
    const { agent } = await stageSignedIn('half-an-answer')
    const read = async () => (await agent.fetch('/v1/client')).json()
    for (const _ of [1, 2]) await expect(read()).rejects.toThrow(SyntaxError)
    expect((await read()).response.sessions).toHaveLength(1)
  })

  test('unknown-browser: refused however often it asks, and a new browser id is no way out', async () => {
    const { client, send } = stage('unknown-browser')
    for (let count = 0; count < 3; count += 1) {
      const { status, fault } = await client()
      expect([status, fault]).toEqual([401, 'dev_browser_unauthenticated'])
      expect((await send('POST', '/v1/dev_browser')).status).toBe(200)
    }
  })

  test('newer-server: fields and values that nobody knows, in whole answers and beside them', async () => {
    const { client, signIn } = stage('newer-server')
    const signedIn = await signIn(password)
    expect(signedIn.body.client).toMatchObject({
      something_new: 'new',
      last_authentication_strategy: 'telepathy',
    })
    const { body } = await client()
    expect(body.response).toMatchObject({
      something_new: { deep: [1, 'two'] },
      last_authentication_strategy: 'telepathy',
      sessions: [{ something_new: true, status: 'active', user: { something_new: null } }],
    })
  })

  test('short-cookie: it lives a week, and a visit renews it', async () => {
    const { client, visit, emulator, signIn } = stage('short-cookie')
    await signIn(password)
    const week = 7 * 24 * 3_600_000
    const expires = async (): Promise<number> =>
      ((await client()).body.response as ClientWire & { cookie_expires_at: number })
        .cookie_expires_at
    const first = await expires()
    expect(first).toBe(emulator.clock.now() + week)
    emulator.clock.advance(1_000)
    await visit(`/v1/client/touch?redirect_url=${encodeURIComponent('https://app.test/')}`)
    expect(await expires()).toBe(first + 1_000)
  })
})
