import { openApp, openClaimed } from '@clientele/conformance'
import { useAuth, useSession, useSessions, useUser } from '@clientele/react'
import { describe, expect, it } from 'vitest'
import { watch } from './support/watch.tsx'

const openLoaded = async () => {
  const app = openApp()
  await app.clientele.load()
  const [ada, bob] = [await app.signIn('Ada'), await app.signIn('Bob')]
  const [first, second] = app.client().sessions.map(({ id }) => id)
  if (!first || !second) throw new TypeError('Two sessions were expected')
  return { ...app, ada, bob, first, second }
}

describe('useAuth', () => {
  it('tells not known from signed out from signed in', async () => {
    const app = openApp()
    const { seen, act } = await watch(app, useAuth)
    await act(() => app.clientele.load())
    const userId = { current: '' }
    await act(async () => {
      userId.current = await app.signIn('Ada')
    })
    await act(() => app.clientele.setActive({ session: app.client().sessions[0] ?? null }))
    expect(seen).toMatchObject([
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
    const { seen, act } = await watch(app, useAuth)
    await act(() => app.clientele.load())
    expect(seen).toMatchObject([
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
      const { seen } = await watch(app, () => useAuth(options))
      const userId = isSignedIn ? app.ada : null
      expect(seen.at(-1)).toMatchObject({ isLoaded: true, isSignedIn, userId })
    },
  )

  it('does not render for new data of the user, nor for a token', async () => {
    const app = await openLoaded()
    await app.clientele.setActive({ session: app.first })
    const { seen, act } = await watch(app, useAuth)
    await act(() => app.rename(app.ada, 'Augusta'))
    await act(() => app.clientele.getToken({ skipCache: true }))
    expect(seen).toHaveLength(1)
  })

  it('gives the same object and the same functions on every render without a change', async () => {
    const app = await openLoaded()
    const { seen, again, act } = await watch(app, useAuth)
    await again()
    expect(seen[1]).toBe(seen[0])
    await act(() => app.clientele.setActive({ session: app.second }))
    expect(seen.at(-1)).not.toBe(seen[0])
    expect(new Set(seen.map(({ getToken }) => getToken)).size).toBe(1)
    expect(new Set(seen.map(({ signOut }) => signOut)).size).toBe(1)
  })

  it('gets tokens of the active session, and signs out', async () => {
    const app = await openLoaded()
    await app.clientele.setActive({ session: app.first })
    const { seen, act } = await watch(app, useAuth)
    expect(await seen[0]?.getToken()).toBe(await app.clientele.getToken())
    await act(() => seen[0]?.signOut())
    expect(seen.at(-1)).toMatchObject({ isSignedIn: false })
    expect(await seen.at(-1)?.getToken()).toBe(null)
  })
})

describe('useUser', () => {
  it('follows the user of the active session', async () => {
    const app = openApp()
    const { seen, act } = await watch(app, useUser)
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
    const { seen, act } = await watch(app, () => useSession('sess_unknown'))
    await act(() => app.clientele.load())
    expect(seen).toEqual([undefined, null])
  })

  it('renders for that session alone, and until it is gone', async () => {
    const app = await openLoaded()
    const { seen, act } = await watch(app, () => useSession(app.second))
    await act(() => app.rename(app.ada, 'Augusta'))
    await act(() => app.rename(app.bob, 'Robert'))
    await act(() => app.client().sessions[1]?.remove())
    expect(seen.map(session => (session === null ? 'gone' : session?.user?.firstName))).toEqual([
      'Bob',
      'Robert',
      'gone',
    ])
  })
})

describe('useSessions', () => {
  it('renders for a change of any session', async () => {
    const app = await openLoaded()
    const { seen, act } = await watch(app, useSessions)
    await act(() => app.rename(app.bob, 'Robert'))
    await act(() => app.client().signUp.create({ emailAddress: 'eve@example.com' }))
    expect(seen.map(sessions => sessions?.map(({ user }) => user?.firstName))).toEqual([
      ['Ada', 'Bob'],
      ['Ada', 'Robert'],
    ])
  })

  it('is undefined until the client is known', async () => {
    const app = openApp()
    const { seen, act } = await watch(app, useSessions)
    await act(() => app.clientele.load())
    expect(seen).toEqual([undefined, []])
  })
})
