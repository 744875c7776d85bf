import type { Agent } from '../client/agent.ts'

/** The way between a client and an emulator, which a test can cut or hold. */
export interface Transport {
  readonly fetch: Agent['fetch']
  /** Requests fail as without a network, until it is `online` again. */
  offline(): void
  /** Requests get no answer, until it is `online` again. */
  hold(): void
  /** Requests arrive again. */
  online(): void
  /**
   * Resolves when no request is under way and nothing more happens by itself; what is held does not
   * count.
   */
  settle(): Promise<void>
}

/** A turn of the event loop: everything that only waits for promises has gone on. */
const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

/** Turns without a request after which nothing more is coming. */
const quiet = 3

export const createTransport = (agent: Agent): Transport => {
  let state: 'online' | 'offline' | 'held' = 'online'
  let underWay = 0
  let received = 0
  const held = new Set<() => void>()

  const released = () => new Promise<void>(resolve => held.add(resolve))
  const pass: Agent['fetch'] = async (input, init) => {
    if (state === 'held') {
      underWay--
      await released()
      underWay++
    }
    if (state === 'offline') throw new TypeError('fetch failed')
    init?.signal?.throwIfAborted()
    return agent.fetch(input, init)
  }
  const leave = (next: typeof state) => {
    state = next
    for (const release of held) release()
    held.clear()
  }

  return {
    fetch: async (input, init) => {
      received++
      underWay++
      try {
        return await pass(input, init)
      } finally {
        underWay--
      }
    },
    offline: () => leave('offline'),
    online: () => leave('online'),
    hold: () => {
      state = 'held'
    },
    settle: async () => {
      for (let turns = 0; turns < quiet; turns++) {
        const before = received
        await turn()
        if (underWay > 0 || received !== before) turns = -1
      }
    },
  }
}
