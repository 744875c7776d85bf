import { describe, expect, it } from 'vitest'
import { openApp, openClaimed } from './app.ts'
import type { Driver, MountShow } from './driver.ts'

/** Runs the cases that every adapter's `Show` passes. */
export const conformShow = ({ name }: Driver, mount: MountShow): void => {
  describe(`${name}: Show`, () => {
    it('follows the store through a visit', async () => {
      const { clientele, client, signIn } = openApp()
      const { shown, act } = await mount(clientele)
      expect(shown()).toBe('loading - - - -')
      await act(() => clientele.load())
      expect(shown()).toBe('- - signed-out - -')
      await act(() => signIn('Ada'))
      await act(() => clientele.setActive({ session: client().sessions[0] ?? null }))
      expect(shown()).toBe('- signed-in - - -')
      await act(() => clientele.signOut())
      expect(shown()).toBe('- - signed-out - -')
    })

    it('takes a session with tasks still to do for none', async () => {
      const { emulator, clientele, client, signIn } = openApp()
      const { shown, act } = await mount(clientele)
      await act(() => clientele.load())
      await act(() => signIn('Ada'))
      const session = client().sessions[0] ?? null
      await act(() => clientele.setActive({ session }))
      const assign = (tasks: readonly string[]) => () => {
        emulator.sessions.assignTasks(session?.id ?? '', tasks)
        return client().reload()
      }
      await act(assign(['setup-mfa']))
      expect(clientele.session?.status).toBe('pending')
      expect(shown()).toBe('- - signed-out - -')
      await act(assign([]))
      expect(shown()).toBe('- signed-in - - -')
    })

    it('knows who is here by what a server read, until there is an answer', async () => {
      const { clientele } = await openClaimed()
      const { shown, act } = await mount(clientele)
      expect(shown()).toBe('- signed-in - - -')
      await act(() => clientele.load())
      expect(shown()).toBe('- - signed-out - -')
    })

    it('keeps the last known while the connection is lost', async () => {
      const { clientele, client, cut } = openApp()
      const { shown, act } = await mount(clientele)
      await act(() => clientele.load())
      cut()
      const create = () => client().create()
      await act(() => create().catch(() => {}))
      expect(shown()).toBe('- - signed-out degraded -')
      cut(false)
      await act(create)
      expect(shown()).toBe('- - signed-out - -')
    })

    it('does not go on loading when the server has refused for good', async () => {
      const { clientele } = openApp({
        fetch: async () =>
          Response.json({ errors: [{ code: 'host_invalid', message: 'no' }] }, { status: 400 }),
      })
      const { shown, act } = await mount(clientele)
      await act(() => clientele.load().catch(() => {}))
      expect(clientele.status).toBe('failed')
      expect(shown()).toBe('- - - - failed')
    })
  })
}
