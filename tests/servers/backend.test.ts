import { createClerkClient } from '@clerk/backend'
import { createEmulator, publishableKeyFor } from '@clientele/emulator'
import { testUser } from '@clientele/emulator/testing'
import { describe, expect, it } from 'vitest'
import { keysOf } from './support/keys.ts'

// The vendor's SDK for servers, unmodified: it reads cookies, and sends browsers to a handshake
// when it cannot tell.

const page = 'https://app.example.test/page'

const setStage = async (kind: 'test' | 'live') => {
  const publishableKey = publishableKeyFor('clerk.example.test', kind)
  const emulator = createEmulator({ publishableKey })
  const agent = emulator.agent()
  const { jwtKey, secretKey } = keysOf(emulator, kind)
  const clerk = createClerkClient({ publishableKey, secretKey, jwtKey })
  /** What a server makes of a browser that asks for a page. */
  const serve = (url: string, cookie: string) => {
    const headers = { 'sec-fetch-dest': 'document', accept: 'text/html', cookie }
    return clerk.authenticateRequest(new Request(url, { headers }), { publishableKey, jwtKey })
  }
  /**
   * Goes where the server sent the browser, and comes back. @returns the cookies that the server
   * sets then
   */
  const shakeHands = async (cookie: string) => {
    const asked = await serve(page, cookie)
    expect(asked.status).toBe('handshake')
    const { headers } = await agent.fetch(asked.headers.get('location') ?? '', {
      redirect: 'manual',
    })
    // With a live key the answer travels in a cookie for the domain that both are in.
    const [given = ''] = headers
      .getSetCookie()
      .filter(line => line.startsWith('__clerk_handshake='))
    const back = await serve(
      headers.get('location') ?? '',
      [cookie, given.split(';')[0]].filter(Boolean).join('; '),
    )
    const set = back.headers.getSetCookie().map(each => each.split(';')[0] ?? '')
    return { back, cookie: set.filter(each => !each.endsWith('=')).join('; ') }
  }
  return { emulator, agent, serve, shakeHands }
}

describe.each(['test', 'live'] as const)('@clerk/backend with a key for %s', kind => {
  it('learns by a handshake who is signed in, and knows it from then on', async () => {
    const { emulator, agent, serve, shakeHands } = await setStage(kind)
    const user = testUser()
    const { id } = emulator.users.create(user)
    const fields = { identifier: user.emailAddress, password: user.password }
    await agent.fetch('/v1/client/sign_ins', { method: 'POST', body: new URLSearchParams(fields) })
    const { back, cookie } = await shakeHands('__client_uat=1')
    expect(back.toAuth()).toMatchObject({ userId: id })
    const known = await serve(page, cookie)
    expect(known.status).toBe('signed-in')
    expect(known.toAuth()).toMatchObject({ userId: id, sessionClaims: { sub: id } })
  })

  it('learns that nobody is', async () => {
    const { serve, shakeHands } = await setStage(kind)
    const { back, cookie } = await shakeHands('__client_uat=1')
    expect(back.status).toBe('signed-out')
    expect((await serve(page, cookie)).status).toBe('signed-out')
  })
})
