import { type AuthFetchOptions, createAuthFetch } from '@clientele/core/auth-fetch'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createManualClock } from './support/manual-clock.ts'
import { json, publishableKey, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, jwtOf, sessionJson } from './support/wire.ts'

const baseURL = 'https://api.example.com'

interface Asked {
  readonly url: string
  readonly token: string | null
}

const open = async (
  answer: (asked: Asked) => Response = () => json({}),
  options: AuthFetchOptions = {},
) => {
  const clock = createManualClock()
  const wire = scriptedFetch(({ path }) =>
    path.endsWith('/tokens')
      ? json({ jwt: jwtOf('sess_1', clock.now() / 1000, { jti: wire.seen.length }) })
      : json({ response: clientJson({ sessions: [sessionJson('sess_1')] }), client: null }),
  )
  const clientele = createClientele({ publishableKey, fetch: wire.fetch, clock })
  await clientele.load()
  const asked: Asked[] = []
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const token = new Headers(init?.headers).get('authorization')
    asked.push({ url: String(input instanceof Request ? input.url : input), token })
    return answer(asked.at(-1) ?? { url: '', token: null })
  }
  const api = createAuthFetch(clientele, { baseURL, fetch, ...options })
  const made = () => wire.seen.filter(({ path }) => path.endsWith('/tokens')).length
  return { api, asked, clientele, clock, made }
}

describe('createAuthFetch', () => {
  it('sends a token, and one is enough for many', async () => {
    const { api, asked, clientele, made } = await open(() => json({ ok: true }))
    expect(await api('/todos')).toEqual({ ok: true })
    await api('/todos', { method: 'POST', body: { title: 'x' } })
    const bearer = `Bearer ${await clientele.getToken()}`
    expect(asked).toEqual([
      { url: `${baseURL}/todos`, token: bearer },
      { url: `${baseURL}/todos`, token: bearer },
    ])
    expect(made()).toBe(1)
  })

  it('asks for a token with as much life as a request needs', async () => {
    const { api, clock, made } = await open(undefined, { token: { minTtl: 30_000 } })
    await api('/a')
    await clock.advance(31_000)
    await api('/b')
    expect(made()).toBe(2)
  })

  it('asks again once after a 401, with a newer token, which is made once for all', async () => {
    let refused: string | null = null
    const { api, asked, made } = await open(({ token }) => {
      refused ??= token
      return token === refused ? json({}, { status: 401 }) : json({ ok: true })
    })
    const all = await Promise.all(Array.from({ length: 20 }, (_, index) => api(`/${index}`)))
    expect(all).toEqual(all.map(() => ({ ok: true })))
    expect(asked).toHaveLength(40)
    expect(made()).toBe(2)
  })

  it('gives up after the second 401', async () => {
    const { api, asked } = await open(() => json({}, { status: 401 }))
    await expect(api('/x')).rejects.toMatchObject({ status: 401 })
    expect(asked).toHaveLength(2)
  })

  it('never sends a token to anybody else', async () => {
    const { api, asked } = await open(undefined, { origins: ['https://files.example.com'] })
    await api('https://evil.example/steal', { baseURL: '' })
    await api('https://files.example.com/1', { baseURL: '' })
    await api('https://api.example.com.evil.example/', { baseURL: '' })
    expect(asked.map(({ token }) => token !== null)).toEqual([false, true, false])
  })

  it.each([
    ['https://API.Example.com/', 'https://api.example.com/a', true],
    ['https://api.example.com:443', 'https://api.example.com/a', true],
    ['https://api.example.com/v2/', 'https://api.example.com/a', true],
    ['http://localhost:8080/', 'http://localhost:8080/a', true],
    ['http://localhost:8080/', 'http://localhost:8081/a', false],
    ['https://api.example.com', 'http://api.example.com/a', false],
    ['https://api.example.com', 'https://api.example.com:8443/a', false],
    ['https://user@api.example.com', 'https://api.example.com/a', true],
  ])('of the origin %s, to %s: a token goes along is %s', async (origin, url, isSent) => {
    const { api, asked } = await open(undefined, { baseURL: undefined, origins: [origin] })
    await api(url)
    expect(asked.map(({ token }) => token !== null)).toEqual([isSent])
  })

  it.each(['api.example.com', '/api', '*', '', 'mailto:a@b.c', 'data:text/plain,a'])(
    'refuses %s at once, since it is no origin',
    origin => {
      const source = { getToken: async () => 'token' }
      expect(() => createAuthFetch(source, { origins: [origin] })).toThrow(TypeError)
      expect(() => createAuthFetch(source, { origins: [origin] })).toThrow('origins')
    },
  )

  it('asks without one when nobody is signed in', async () => {
    const { api, asked, clientele } = await open()
    await clientele.setActive({ session: null })
    await api('/public')
    expect(asked[0]?.token).toBeNull()
  })

  it('does not send a stream twice', async () => {
    const { api, asked } = await open(() => json({}, { status: 401 }))
    const body = new ReadableStream({ start: controller => controller.close() })
    await expect(api('/x', { method: 'POST', body, retry: 0 })).rejects.toMatchObject({
      status: 401,
    })
    expect(asked).toHaveLength(1)
  })
})
