import type { Client } from '@clientele/core'
import { describe, expect, it } from 'vitest'
import { openApp } from './app.ts'
import { countListeners } from './count-listeners.ts'
import type { Driver } from './driver.ts'

const names = (client: Client | undefined) =>
  client?.sessions.map(({ user }) => user?.firstName ?? null)
const sameList = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const nameOf = (index: number) => (client: Client | undefined) =>
  client?.sessions[index]?.user?.firstName

/** A loaded store with two sessions, of Ada and of Bob. */
const openLoaded = async () => {
  const app = openApp()
  await app.clientele.load()
  const [ada, bob] = [await app.signIn('Ada'), await app.signIn('Bob')]
  return { ...app, ada, bob }
}

/** Runs the cases that every adapter passes. */
export const conform = (driver: Driver): void => {
  describe(`${driver.name}: a reader of the client`, () => {
    it('shows undefined until the client is known, and then the client', async () => {
      const { clientele } = openApp()
      const { shown, act } = await driver.mount(clientele, [
        {},
        { selector: client => client?.sessions.length },
      ])
      await act(() => clientele.load())
      expect(shown).toEqual([
        [undefined, clientele.client],
        [undefined, 0],
      ])
    })

    it('shows at once what is known', async () => {
      const { clientele } = await openLoaded()
      const { shown } = await driver.mount(clientele, [{}, { selector: nameOf(1) }])
      expect(shown).toEqual([[clientele.client], ['Bob']])
    })

    it('renders once for each change', async () => {
      const { clientele, ada, rename } = await openLoaded()
      const { shown, act } = await driver.mount(clientele, [{}, { selector: nameOf(0) }])
      await act(() => rename(ada, 'Augusta'))
      await act(() => rename(ada, 'Lady Ada'))
      expect(shown.map(({ length }) => length)).toEqual([3, 3])
      expect(shown[1]).toEqual(['Ada', 'Augusta', 'Lady Ada'])
      expect(shown[0]?.[2]).toBe(clientele.client)
    })

    it('does not render for a reload that brings nothing new', async () => {
      const { clientele, reload } = await openLoaded()
      const { shown, act } = await driver.mount(clientele, [
        {},
        { selector: names },
        { selector: () => ({}) },
      ])
      await act(reload)
      await act(reload)
      await act(() => clientele.client?.sessions[0]?.getToken({ skipCache: true }))
      expect(shown.map(({ length }) => length)).toEqual([1, 1, 1])
    })

    it('renders only for the session that it reads', async () => {
      const { clientele, bob, rename } = await openLoaded()
      const { shown, act } = await driver.mount(clientele, [
        { selector: client => client?.sessions[0] },
        { selector: client => client?.sessions[1] },
        { selector: client => client?.signUp },
        { selector: client => client?.reload },
      ])
      await act(() => rename(bob, 'Robert'))
      expect(shown.map(({ length }) => length)).toEqual([1, 2, 1, 1])
      expect(shown[1]?.[1]).toMatchObject({ user: { firstName: 'Robert' } })
    })

    it('renders once a client with a selector of new objects, never by itself', async () => {
      const { clientele, ada, rename } = await openLoaded()
      const { shown, act } = await driver.mount(clientele, [{ selector: names }])
      await act(() => rename(ada, 'Augusta'))
      expect(shown).toEqual([
        [
          ['Ada', 'Bob'],
          ['Augusta', 'Bob'],
        ],
      ])
    })

    it('keeps its slice while equalityFn calls the next one equal', async () => {
      const { clientele, emulator, ada, rename, reload } = await openLoaded()
      const { shown, act } = await driver.mount(clientele, [
        { selector: names, equalityFn: sameList },
        {},
      ])
      await act(() => {
        emulator.users.update(ada, { lastName: 'Lovelace' })
        return reload()
      })
      expect(shown.map(({ length }) => length)).toEqual([1, 2])
      await act(() => rename(ada, 'Augusta'))
      expect(shown[0]).toEqual([
        ['Ada', 'Bob'],
        ['Augusta', 'Bob'],
      ])
    })

    it('does not render while the connection fails and comes back', async () => {
      const { clientele, cut, reload } = await openLoaded()
      const { shown, act } = await driver.mount(clientele, [{}, { selector: nameOf(0) }])
      cut()
      await act(() => clientele.client?.sessions[0]?.touch().catch(() => {}))
      expect(clientele.status).toBe('degraded')
      cut(false)
      await act(() => clientele.client?.sessions[0]?.reload())
      expect(clientele.status).toBe('ready')
      await act(reload)
      expect(shown.map(({ length }) => length)).toEqual([1, 1])
    })

    it('shows what is left after a session has ended, and after all have', async () => {
      const { clientele } = await openLoaded()
      const { shown, act } = await driver.mount(clientele, [
        { selector: names, equalityFn: sameList },
      ])
      await act(() => clientele.client?.sessions[0]?.remove())
      await act(() => clientele.signOut())
      expect(shown).toEqual([[['Ada', 'Bob'], ['Bob'], []]])
    })

    it('ends with the newest state when a listener before it changes the state', async () => {
      const { clientele } = await openLoaded()
      const heard: unknown[] = []
      clientele.subscribe(client => {
        heard.push(client?.signUp.emailAddress)
        if (client?.signUp.id) client.resetSignUp()
      })
      const { shown, act } = await driver.mount(clientele, [
        { selector: client => client?.signUp.id ?? 'none' },
      ])
      await act(() => clientele.client?.signUp.create({ emailAddress: 'eve@example.com' }))
      expect(heard).toEqual([null, 'eve@example.com', null])
      expect(shown[0]?.at(-1)).toBe('none')
    })

    it('hears of a change although a listener before it throws', async () => {
      const { clientele, ada, rename, errors } = await openLoaded()
      const fault = new Error('mine')
      clientele.snapshots.subscribe(() => {
        throw fault
      })
      const { shown, act } = await driver.mount(clientele, [{ selector: nameOf(0) }])
      await act(() => rename(ada, 'Augusta'))
      expect(shown).toEqual([['Ada', 'Augusta']])
      expect(errors).toContain(fault)
    })

    it('knows nothing of another store', async () => {
      const [one, two] = [await openLoaded(), await openLoaded()]
      const here = await driver.mount(one.clientele, [{}, { selector: names }])
      const there = await driver.mount(two.clientele, [{}, { selector: names }])
      await here.act(() => one.rename(one.ada, 'Augusta'))
      expect(here.shown.map(({ length }) => length)).toEqual([2, 2])
      expect(there.shown.map(({ length }) => length)).toEqual([1, 1])
    })

    it('leaves no listener behind', async () => {
      const { clientele, count } = countListeners((await openLoaded()).clientele)
      const { unmount } = await driver.mount(clientele, [{}, { selector: names }])
      await unmount()
      expect(count()).toBe(0)
    })
  })
}
