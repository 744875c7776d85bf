import { createEmulator } from '@clientele/emulator'
import {
  createTestClientele,
  type EmulatorFixtures,
  emulatorFixtures,
  type PageLike,
  signInAs,
  type TestState,
  testUser,
} from '@clientele/emulator/testing'
import { afterEach, test as base, describe, expect, it } from 'vitest'

const test = base.extend<EmulatorFixtures>(emulatorFixtures)

const opened: (() => void)[] = []
afterEach(() => {
  for (const close of opened.splice(0)) close()
})
const open = async (options: Parameters<typeof createTestClientele>[0]) => {
  const made = await createTestClientele(options)
  opened.push(() => made.clientele.dispose())
  return made
}

describe('createTestClientele', () => {
  it.each<[TestState, object]>([
    ['loading', { status: 'loading', client: undefined, session: undefined }],
    ['signed-out', { status: 'ready', session: null }],
    ['signed-in', { status: 'ready', session: { status: 'active' }, user: { firstName: 'Grace' } }],
    [
      'needs-second-factor',
      { session: null, client: { signIn: { status: 'needs_second_factor' } } },
    ],
    ['pending', { session: { status: 'pending', currentTask: { key: 'choose-organization' } } }],
    ['degraded', { status: 'degraded', session: { status: 'active' } }],
    ['offline', { status: 'degraded', session: { status: 'active' } }],
  ])('finds everything as it is when %s', async (state, expected) => {
    const { clientele } = await open({ state, user: { firstName: 'Grace' } })
    expect(clientele).toMatchObject(expected)
  })

  it('goes on from there as in life', async () => {
    const { clientele, emulator, user, settle, online } = await open({ state: 'loading' })
    online()
    await settle()
    expect(clientele.status).toBe('ready')
    const identifier = user.emailAddress ?? ''
    void clientele.client?.signIn.create({
      strategy: 'password',
      identifier,
      password: user.password,
    })
    await settle()
    expect(clientele.client?.signIn.status).toBe('complete')
    expect(emulator.sessions.list()).toHaveLength(1)
  })

  it('lets several clients share an emulator', async () => {
    const emulator = createEmulator()
    const [one, two] = await Promise.all([open({ emulator }), open({ emulator })])
    expect(one.user.id).toBe(two.user.id)
    expect(one.clientele.session?.id).not.toBe(two.clientele.session?.id)
  })

  it('knows which states there are', async () => {
    await expect(createTestClientele({ state: 'asleep' as TestState })).rejects.toThrow(TypeError)
  })
})

describe('signInAs', () => {
  /** What Playwright gives: requests that share the cookies of the browser. */
  const createPage = (emulator: ReturnType<typeof createEmulator>) => {
    const { fetch } = emulator.agent({ origin: null })
    const page: PageLike = {
      request: {
        post: async (url, { data, form }) => {
          const body = form ? new URLSearchParams(form) : JSON.stringify(data)
          const headers: Record<string, string> = form ? {} : { 'content-type': 'application/json' }
          const answer = await fetch(url, { method: 'POST', body, headers })
          return {
            status: () => answer.status,
            json: () => answer.clone().json(),
            text: () => answer.clone().text(),
          }
        },
      },
    }
    return { page, fetch }
  }

  it('gives a browser the cookie of a client that is signed in', async () => {
    const emulator = createEmulator()
    const { id } = emulator.users.create(testUser())
    const { page, fetch } = createPage(emulator)
    const url = `https://${emulator.host}`
    await signInAs(page, { url, userId: id })
    const { response } = await (await fetch(`${url}/v1/client`)).json()
    expect(response.sessions).toMatchObject([{ status: 'active', user: { id } }])
  })

  it('says why it cannot', async () => {
    const emulator = createEmulator()
    const options = { url: `https://${emulator.host}`, userId: 'user_none' }
    await expect(signInAs(createPage(emulator).page, options)).rejects.toThrow('user_none')
  })
})

describe('the fixtures', () => {
  const seen = new Set<unknown>()
  test('give an emulator', ({ emulator }) => {
    seen.add(emulator)
    emulator.users.create(testUser())
    expect(emulator.users.list()).toHaveLength(1)
  })
  test('that is the same one, and as good as new', ({ emulator }) => {
    seen.add(emulator)
    expect(seen.size).toBe(1)
    expect(emulator.users.list()).toEqual([])
  })
})
