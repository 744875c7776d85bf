import { describe, expect, it } from 'vitest'
import { openApp } from './app.ts'
import { countListeners } from './count-listeners.ts'
import type { Driver, MountSuspense } from './driver.ts'

const waiting = 'waiting'

/** A store whose requests wait until they are let through. */
const openGated = () => {
  const { emulator } = openApp()
  const agent = emulator.agent()
  let sent = 0
  let letThrough = () => {}
  const gate = new Promise<void>(resolve => {
    letThrough = resolve
  })
  const { clientele } = openApp({
    publishableKey: emulator.publishableKey,
    fetch: async (input, init) => {
      sent++
      await gate
      return agent.fetch(input, init)
    },
  })
  return { clientele, letThrough, sent: () => sent }
}

/** Runs the cases that every adapter's `useSuspenseClient` passes. */
export const conformSuspense = ({ name }: Driver, mount: MountSuspense): void => {
  describe(`${name}: a reader that suspends`, () => {
    it('shows the fallback until the client is known, and loads it once for all', async () => {
      const { clientele, letThrough, sent } = openGated()
      const { shown, act } = await mount(clientele, 100)
      expect(shown()).toBe(waiting)
      await act(() => {
        letThrough()
        return clientele.load()
      })
      expect(shown()).toBe('0 '.repeat(100).trim())
      expect(sent()).toBe(1)
    })

    it('shows at once what is known, and follows it', async () => {
      const { clientele, signIn } = openApp()
      await clientele.load()
      const { shown, act } = await mount(clientele, 2)
      expect(shown()).toBe('0 0')
      await act(() => signIn('Ada'))
      expect(shown()).toBe('1 1')
    })

    it('waits for nobody who refuses', async () => {
      const { clientele } = openApp({
        fetch: async () =>
          Response.json({ errors: [{ code: 'host_invalid', message: 'no' }] }, { status: 400 }),
      })
      const { shown, act } = await mount(clientele, 1)
      await act(() => clientele.load().catch(() => {}))
      expect(shown()).toBe('ClienteleError host_invalid')
    })

    it('waits until the deadline at most, and begins anew when there is an answer', async () => {
      const { emulator } = openApp()
      const { fetch } = emulator.agent()
      const timers = new Set<() => void>()
      const elapse = () => {
        for (const run of timers) run()
      }
      let silent = true
      const { clientele } = openApp({
        publishableKey: emulator.publishableKey,
        fetch: (input, init) => (silent ? new Promise(() => {}) : fetch(input, init)),
        clock: {
          now: Date.now,
          setTimeout: run => {
            timers.add(run)
            return run
          },
          clearTimeout: run => timers.delete(run as () => void), // as: it is what setTimeout gave
        },
      })
      const { shown, act } = await mount(clientele, 1)
      const loading = clientele.load()
      expect(shown()).toBe(waiting)
      await act(() => {
        elapse()
        return loading
      })
      expect(shown()).toBe('ClienteleError timeout')
      silent = false
      await act(() => clientele.load())
      expect(shown()).toBe('0')
    })

    it('does not wait for a store that was disposed of', async () => {
      const { clientele } = openApp()
      clientele.dispose()
      const { shown, act } = await mount(clientele, 1)
      await act(() => clientele.load().catch(() => {}))
      expect(shown()).toBe('ClienteleError disposed')
    })

    it('leaves no listener behind', async () => {
      const app = openApp()
      await app.clientele.load()
      const { clientele, count } = countListeners(app.clientele)
      const { unmount } = await mount(clientele, 3)
      expect(count()).toBeGreaterThan(0)
      await unmount()
      expect(count()).toBe(0)
    })
  })
}
