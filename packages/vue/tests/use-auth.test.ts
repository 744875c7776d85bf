import { openApp, openClaimed } from '@clientele/conformance'
import { useAuth, useSession, useSessions, useUser } from '@clientele/vue'
import { describe, expect, it } from 'vitest'
import { ref } from 'vue'
import { read, watch } from './support/watch.ts'

const openLoaded = async () => {
  const app = openApp()
  await app.clientele.load()
  const [ada, bob] = [await app.signIn('Ada'), await app.signIn('Bob')]
  const [first, second] = app.client().sessions.map(({ id }) => id)
  if (!first || !second) throw new TypeError('Two sessions were expected')
  return { ...app, ada, bob, first, second }
}

const readAuth = ({ isLoaded, isSignedIn, userId, sessionId }: ReturnType<typeof useAuth>) => ({
  isLoaded: isLoaded.value,
  isSignedIn: isSignedIn.value,
  userId: userId.value,
  sessionId: sessionId.value,
})

describe('useAuth', () => {
  it('tells not known from signed out from signed in', async () => {
    const app = openApp()
    const { seen, act } = watch(app, useAuth, readAuth)
    await act(() => app.clientele.load())
    const userId = { current: '' }
    await act(async () => {
      userId.current = await app.signIn('Ada')
    })
    await act(() => app.clientele.setActive({ session: app.client().sessions[0] ?? null }))
    expect(seen).toEqual([
      { isLoaded: false, isSignedIn: undefined, userId: undefined, sessionId: undefined },
      { isLoaded: true, isSignedIn: false, userId: null, sessionId: null },
      {
        isLoaded: true,
        isSignedIn: true,
        userId: userId.current,
        sessionId: app.client().sessions[0]?.id,
      },
    ])
  })

  it('says who is here by what a server read, until there is an answer', async () => {
    const app = await openClaimed()
    const { seen, act } = watch(app, useAuth, readAuth)
    await act(() => app.clientele.load())
    expect(seen).toEqual([
      { isLoaded: true, isSignedIn: true, userId: 'user_1', sessionId: 'sess_1' },
      { isLoaded: true, isSignedIn: false, userId: null, sessionId: null },
    ])
  })

  it.each([
    [undefined, false],
    [{ treatPendingAsSignedOut: true }, false],
    [{ treatPendingAsSignedOut: false }, true],
  ])(
    'of a session with tasks still to do, with %o: signed in is %s',
    async (options, isSignedIn) => {
      const app = await openLoaded()
      app.emulator.sessions.assignTasks(app.first, ['setup-mfa'])
      await app.reload()
      await app.clientele.setActive({ session: app.first })
      const { seen } = watch(app, () => useAuth(options), readAuth)
      const userId = isSignedIn ? app.ada : null
      expect(seen.at(-1)).toMatchObject({ isLoaded: true, isSignedIn, userId })
    },
  )

  it('does not render for new data of the user, nor for a token', async () => {
    const app = await openLoaded()
    await app.clientele.setActive({ session: app.first })
    const { seen, act } = watch(app, useAuth, readAuth)
    await act(() => app.rename(app.ada, 'Augusta'))
    await act(() => app.clientele.getToken({ skipCache: true }))
    expect(seen).toHaveLength(1)
  })

  it('gets tokens of the active session, and signs out', async () => {
    const app = await openLoaded()
    await app.clientele.setActive({ session: app.first })
    const { seen, act } = watch(app, useAuth, auth => auth.isSignedIn.value && auth)
    const [auth] = seen
    if (!auth) throw new TypeError('Somebody was expected to be signed in')
    expect(await auth.getToken()).toBe(await app.clientele.getToken())
    await act(() => auth.signOut())
    expect(seen.at(-1)).toBe(false)
    expect(await auth.getToken()).toBe(null)
  })
})

describe('useUser', () => {
  it('follows the user of the active session', async () => {
    const app = openApp()
    const { seen, act } = watch(app, useUser, read)
    await act(() => app.clientele.load())
    const id = await app.signIn('Ada')
    await act(() => app.clientele.setActive({ session: app.client().sessions[0] ?? null }))
    await act(() => app.rename(id, 'Augusta'))
    await act(() => app.clientele.signOut())
    const names = seen.map(user => (user === null ? 'nobody' : user?.firstName))
    expect([...new Set(names)]).toEqual([undefined, 'nobody', 'Ada', 'Augusta'])
    expect(names.at(-1)).toBe('nobody')
  })
})

describe('useSession of an id', () => {
  it('is undefined until the client is known, and null when it has no such session', async () => {
    const app = openApp()
    const { seen, act } = watch(app, () => useSession('sess_unknown'), read)
    await act(() => app.clientele.load())
    expect(seen).toEqual([undefined, null])
  })

  it('renders for that session alone, and until it is gone', async () => {
    const app = await openLoaded()
    const { seen, act } = watch(app, () => useSession(app.second), read)
    await act(() => app.rename(app.ada, 'Augusta'))
    await act(() => app.rename(app.bob, 'Robert'))
    await act(() => app.client().sessions[1]?.remove())
    expect(seen.map(session => (session === null ? 'gone' : session?.user?.firstName))).toEqual([
      'Bob',
      'Robert',
      'gone',
    ])
  })

  it('follows a ref and a getter', async () => {
    const app = await openLoaded()
    const id = ref(app.first)
    const { seen, act } = watch(
      app,
      () => [useSession(id), useSession(() => id.value)],
      sessions => sessions.map(read),
    )
    await act(() => {
      id.value = app.second
    })
    expect(seen.map(sessions => sessions.map(session => session?.user?.firstName))).toEqual([
      ['Ada', 'Ada'],
      ['Bob', 'Bob'],
    ])
  })
})

describe('useSessions', () => {
  it('renders for a change of any session', async () => {
    const app = await openLoaded()
    const { seen, act } = watch(app, useSessions, read)
    await act(() => app.rename(app.bob, 'Robert'))
    await act(() => app.client().signUp.create({ emailAddress: 'eve@example.com' }))
    expect(seen.map(sessions => sessions?.map(({ user }) => user?.firstName))).toEqual([
      ['Ada', 'Bob'],
      ['Ada', 'Robert'],
    ])
  })

  it('is undefined until the client is known', async () => {
    const app = openApp()
    const { seen, act } = watch(app, useSessions, read)
    await act(() => app.clientele.load())
    expect(seen).toEqual([undefined, []])
  })
})
