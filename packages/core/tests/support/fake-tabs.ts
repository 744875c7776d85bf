import type { Locks } from '@clientele/core/locks'
import type { Channel } from '@clientele/core/tabs'

/** What tabs of one origin share, without a browser; messages go when `deliver` says so. */
export interface FakeOrigin {
  readonly channel: (name: string) => Channel
  readonly locks: Locks
  /** Every message that was posted, as it went over. */
  readonly posted: readonly unknown[]
}

type Listener = (event: { readonly data: unknown }) => void

const createChannels = (deliver: (go: () => void) => void) => {
  const rooms = new Map<string, Set<Set<Listener>>>()
  const posted: unknown[] = []
  const channel = (name: string): Channel => {
    const listeners = new Set<Listener>()
    const room = rooms.get(name) ?? new Set()
    rooms.set(name, room.add(listeners))
    const tell = (others: Set<Listener>, data: unknown) => {
      if (room.has(others)) for (const listener of others) listener({ data })
    }
    return {
      postMessage: message => {
        const data = structuredClone(message)
        posted.push(data)
        for (const others of room) if (others !== listeners) deliver(() => tell(others, data))
      },
      addEventListener: (_, listener) => listeners.add(listener),
      close: () => room.delete(listeners),
    }
  }
  return { channel, posted }
}

const createLocks = (): Locks => {
  const tails = new Map<string, Promise<unknown>>()
  return {
    request: async (name, { signal, ifAvailable }, work) => {
      const tail = tails.get(name)
      if (tail && ifAvailable) return work(null)
      const turn = tail ?? Promise.resolve()
      const held = turn.then(async () => {
        if (signal?.aborted) throw signal.reason
        await work({ name })
      })
      const done = held.catch(() => {})
      tails.set(name, done)
      void done.then(() => tails.get(name) === done && tails.delete(name))
      const aborted = new Promise<never>((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason))
      })
      return signal ? Promise.race([held, aborted]) : held
    },
  }
}

/** @param deliver when a message goes over; in the next turn of the loop unless told otherwise. */
export const createFakeOrigin = (
  deliver: (go: () => void) => void = go => void setImmediate(go),
): FakeOrigin => ({
  ...createChannels(deliver),
  locks: createLocks(),
})
