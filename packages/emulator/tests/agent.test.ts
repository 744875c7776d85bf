import { createEmulator } from '@clientele/emulator'
import { describe, expect, test } from 'vitest'
import { createFrozen, createSignedIn, jane } from './support/browser.ts'

describe('a browser profile', () => {
  test('keeps its cookies until they expire by the clock of the emulator', async () => {
    const emulator = createFrozen()
    const { agent, client } = await createSignedIn(emulator)
    expect(
      agent.cookies().map(({ name, httpOnly, secure, host }) => [name, httpOnly, secure, host]),
    ).toEqual([
      ['__client', true, true, 'clerk.emulator.test'],
      ['__client_uat', false, true, 'clerk.emulator.test'],
    ])
    emulator.clock.advance(400 * 24 * 3600 * 1000)
    expect(agent.cookies()).toEqual([])
    expect((await client()).body.response).toBeNull()
  })

  test('shares nothing with another, and can forget', async () => {
    const emulator = createFrozen()
    const { agent, client } = await createSignedIn(emulator)
    expect(await (await emulator.agent().fetch('/v1/client')).json()).toMatchObject({
      response: null,
    })
    agent.clear()
    expect((await client()).body.response).toBeNull()
  })

  test.each([
    ['omit', null],
    ['same-origin', null],
    ['include', 'client'],
  ] as const)('credentials: %s', async (credentials, object) => {
    const { agent } = await createSignedIn(createFrozen())
    const { response } = await (await agent.fetch('/v1/client', { credentials })).json()
    expect(response?.object ?? null).toBe(object)
  })

  test('takes a signal of another realm, such as a page of jsdom makes', async () => {
    const foreign = Object.assign(new EventTarget(), { aborted: false, reason: undefined })
    // as: all of it that is asked for
    const init = { signal: foreign as unknown as AbortSignal }
    const agent = createFrozen().agent()
    expect((await agent.fetch('/v1/client', init)).status).toBe(200)
    Object.assign(foreign, { aborted: true, reason: new Error('The page was left') })
    await expect(agent.fetch('/v1/client', init)).rejects.toThrow('The page was left')
  })

  test('omitting credentials keeps none either', async () => {
    const agent = createFrozen().agent()
    await agent.fetch('/v1/client/sign_ins', { method: 'POST', credentials: 'omit' })
    expect(agent.cookies()).toEqual([])
  })

  test('sends Origin across origins, and at home with what may change something', async () => {
    const emulator = createFrozen()
    const away = emulator.agent({ origin: 'https://shop.test' })
    await away.fetch('/v1/client')
    const home = emulator.agent({ origin: 'https://clerk.emulator.test' })
    await home.fetch('/v1/client')
    await home.fetch('/v1/client/sign_ins', { method: 'POST', credentials: 'same-origin' })
    await emulator.agent({ origin: null }).fetch('/v1/client')
    expect(emulator.requests.map(({ origin }) => origin)).toEqual([
      'https://shop.test',
      null,
      'https://clerk.emulator.test',
      null,
    ])
    expect(home.cookies()).toHaveLength(2)
  })

  test('takes a URL, a path or a Request', async () => {
    const emulator = createEmulator()
    const { fetch } = emulator.agent()
    emulator.users.create(jane)
    const body = new URLSearchParams({ identifier: jane.emailAddress, password: jane.password })
    const request = new Request('https://clerk.emulator.test/v1/client/sign_ins', {
      method: 'POST',
      body,
    })
    expect(await (await fetch(request)).json()).toMatchObject({ response: { status: 'complete' } })
  })

  test('cookies are those of one host; a secure one never travels in the clear', async () => {
    const { agent } = await createSignedIn(createFrozen())
    const read = async (url: string) => (await agent.fetch(url)).json()
    expect(await read('https://other.test/v1/client')).toMatchObject({ response: null })
    expect(await read('http://clerk.emulator.test/v1/client')).toMatchObject({ response: null })
    expect(await read('https://clerk.emulator.test/v1/client')).toMatchObject({
      response: { object: 'client' },
    })
  })
})
