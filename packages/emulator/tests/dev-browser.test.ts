import type { Emulator } from '@clientele/emulator'
import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen } from './support/browser.ts'

describe('development browsers', () => {
  const host = 'foo-bar-13.clerk.accounts.dev'
  const dev = async (emulator: Emulator) => {
    const { id }: { id: string } = await (
      await emulator.fetch('/v1/dev_browser', { method: 'POST' })
    ).json()
    const agent = emulator.agent()
    return { id, agent, url: (path: string) => `${path}?__clerk_db_jwt=${id}` }
  }

  test('their client is bound to the token, not to a cookie', async () => {
    const emulator = createFrozen({ host })
    const { id, agent, url } = await dev(emulator)
    const made = await agent.fetch(url('/v1/client/sign_ups'), { method: 'POST' })
    expect(made.headers.get('clerk-db-jwt')).toBe(id)
    expect(agent.cookies()).toEqual([])
    const again = await emulator.fetch(`/v1/client?__dev_session=${id}`)
    expect(await again.json()).toMatchObject({
      response: { object: 'client', cookie_expires_at: null },
    })
    const other = await dev(emulator)
    expect(await (await emulator.fetch(other.url('/v1/client'))).json()).toEqual({
      response: null,
      client: null,
    })
  })

  test('after destroy the same browser gets another client', async () => {
    const emulator = createFrozen({ host })
    const { agent, url } = await dev(emulator)
    await agent.fetch(url('/v1/client/sign_ups'), { method: 'POST' })
    await agent.fetch(`${url('/v1/client')}&_method=DELETE`, { method: 'POST' })
    expect(await (await agent.fetch(url('/v1/client'))).json()).toEqual({
      response: null,
      client: null,
    })
    await agent.fetch(url('/v1/client/sign_ups'), { method: 'POST' })
    expect(emulator.clients.list()).toHaveLength(1)
  })

  test.each(['/v1/client', '/v1/client?__clerk_db_jwt=dvb_x', '/v1/environment', '/v1/nowhere'])(
    '%s without one is 401',
    async path => {
      const answer = await createBrowser(createFrozen({ host })).send('GET', path)
      expect([answer.status, answer.fault]).toEqual([401, 'dev_browser_unauthenticated'])
      expect(answer.headers.get('access-control-allow-origin')).toBe('https://app.emulator.test')
    },
  )

  test('hosts that are no development instance need none', async () => {
    expect((await createFrozen().fetch('/v1/client?__clerk_db_jwt=dvb_x')).status).toBe(200)
    expect((await createFrozen({ host }).fetch('/.well-known/jwks.json')).status).toBe(200)
  })
})
