import { describe, expect, it } from 'vitest'
import { openApp } from './app.ts'
import { type ClerkHook, clerkHooks, type MountClerk, openClerkApp as open } from './clerk-app.ts'

// What the entries with Clerk's names give in every framework.

const unknown = { isLoaded: false, isSignedIn: undefined }
const signedOut = { isLoaded: true, isSignedIn: false }
const signedIn = { isLoaded: true, isSignedIn: true }
const some = expect.anything()

/** Before the client is known, signed out, and signed in as Ada. */
const states: Readonly<Record<ClerkHook, readonly [object, object, object]>> = {
  useAuth: [
    { ...unknown, userId: undefined, sessionId: undefined, orgId: undefined },
    { ...signedOut, userId: null, sessionId: null, orgId: null },
    { ...signedIn, userId: some, sessionId: some, orgId: null },
  ],
  useUser: [
    { ...unknown, user: undefined },
    { ...signedOut, user: null },
    { ...signedIn, user: { firstName: 'Ada' } },
  ],
  useSession: [
    { ...unknown, session: undefined },
    { ...signedOut, session: null },
    { ...signedIn, session: { status: 'active' } },
  ],
  useSessionList: [
    { isLoaded: false, sessions: undefined, setActive: undefined },
    { isLoaded: true, sessions: [], setActive: some },
    { isLoaded: true, sessions: [{ status: 'active' }], setActive: some },
  ],
  useOrganization: [
    { isLoaded: false, organization: undefined, membership: undefined },
    { isLoaded: true, organization: null, membership: null },
    { isLoaded: true, organization: null, membership: null },
  ],
  useSignIn: [
    { isLoaded: false, signIn: undefined, setActive: undefined },
    { isLoaded: true, signIn: { status: null }, setActive: some },
    { isLoaded: true, signIn: { status: 'complete' }, setActive: some },
  ],
  useSignUp: [
    { isLoaded: false, signUp: undefined, setActive: undefined },
    { isLoaded: true, signUp: { status: null }, setActive: some },
    { isLoaded: true, signUp: { status: null }, setActive: some },
  ],
}

/** Runs the cases that every entry with Clerk's names passes. */
export const conformClerk = (name: string, mount: MountClerk): void => {
  describe(`${name}: Clerk’s names`, () => {
    it('tell not known, signed out and signed in apart', async () => {
      const { read, load, signIn, close } = await open(mount)
      const seen = () => Object.fromEntries(clerkHooks.map(hook => [hook, read(hook)]))
      const expected = (index: 0 | 1 | 2) =>
        Object.fromEntries(clerkHooks.map(hook => [hook, states[hook][index]]))
      expect(seen()).toMatchObject(expected(0))
      await load()
      expect(seen()).toMatchObject(expected(1))
      await signIn('Ada')
      expect(seen()).toMatchObject(expected(2))
      await close()
    })

    it.each([true, false])('know who a server has seen, signed in: %s', async isSignedIn => {
      const ids = { userId: 'user_1', sessionId: 'sess_1' }
      const identity = isSignedIn ? { ...ids, organizationId: 'org_1', isPending: false } : null
      const state = openApp().clientele.store.getState()
      const initialState = { ...state, sessions: { ...state.sessions, claimed: { identity } } }
      const { read, shown, close } = await open(mount, {}, { initialState })
      expect(read('useAuth')).toMatchObject(
        isSignedIn
          ? { isLoaded: true, isSignedIn, ...ids, orgId: 'org_1', sessionClaims: { sub: 'user_1' } }
          : { isLoaded: true, isSignedIn, userId: null, sessionId: null, orgId: null },
      )
      expect(read('useUser')).toMatchObject(unknown)
      // What somebody may do is said by the session only: that is waited for.
      expect(shown()).toBe('loading ')
      await close()
    })

    it('show what is for whom', async () => {
      const { shown, load, signIn, close } = await open(mount)
      expect(shown()).toBe('loading ')
      await load()
      expect(shown()).toBe('out loaded no-admin ')
      await signIn('Ada')
      expect(shown()).toBe('in loaded no-admin decided pending ')
      await close()
    })

    it('take a session with tasks still to do for none, unless told otherwise', async () => {
      for (const treatPendingAsSignedOut of [true, false]) {
        const { read, shown, load, signIn, emulator, clerk, act, close } = await open(mount, {
          treatPendingAsSignedOut,
        })
        await load()
        await signIn('Ada')
        emulator.sessions.assignTasks(`${clerk.session?.id}`, ['setup-mfa'])
        await act(() => clerk.client?.reload())
        const isSignedIn = !treatPendingAsSignedOut
        expect(read('useAuth')).toMatchObject({ isLoaded: true, isSignedIn })
        expect(read('useUser')).toMatchObject({ isLoaded: true, isSignedIn })
        expect(shown()).toBe('out loaded no-admin pending ')
        await close()
      }
    })

    it('follow the active session and the active organization', async () => {
      const { read, shown, load, signIn, emulator, clerk, act, close } = await open(mount)
      await load()
      const userId = await signIn('Ada')
      await signIn('Bob')
      expect(read('useUser').user).toMatchObject({ firstName: 'Bob' })
      const [first] = clerk.client?.sessions ?? []
      await act(() => clerk.setActive({ session: first ?? null }))
      expect(read('useUser').user).toMatchObject({ firstName: 'Ada' })
      const permissions = ['org:invoices:read']
      const { id } = emulator.organizations.create({
        name: 'Acme',
        members: [{ userId, role: 'org:admin', permissions }],
      })
      await act(() => clerk.client?.reload())
      await act(() => clerk.setActive({ organization: 'acme' }))
      expect(read('useOrganization')).toMatchObject({
        organization: { name: 'Acme' },
        membership: { role: 'org:admin' },
      })
      expect(read('useAuth')).toMatchObject({
        orgId: id,
        orgSlug: 'acme',
        orgRole: 'org:admin',
        orgPermissions: expect.arrayContaining(permissions),
        sessionClaims: { sid: clerk.session?.id },
      })
      expect(shown()).toBe('in loaded admin pending ')
      await close()
    })

    it('keep the last known while the connection is lost', async () => {
      const { shown, load, signIn, clerk, act, cut, close } = await open(mount)
      await load()
      await signIn('Ada')
      cut(true)
      await act(() => clerk.client?.reload().catch(() => {}))
      expect(shown()).toBe('in loaded degraded no-admin decided pending ')
      await close()
    })

    it('give an attempt that stays the same', async () => {
      const { read, load, signIn, clerk, act, close } = await open(mount)
      await load()
      await signIn('Ada')
      const before = read('useSignIn').signIn
      await act(() => clerk.user?.update({ firstName: 'Augusta' }))
      expect(read('useSignIn').signIn).toBe(before)
      expect(read('useUser').user).toMatchObject({ firstName: 'Augusta' })
      await close()
    })
  })
}
