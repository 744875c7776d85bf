import type { Client } from '@clientele/core'
import type { Driver, Reader } from './driver.ts'

/** The plain subscription as a driver: when a case fails here too, the fault is the core's and not an adapter's. */
export const plainDriver: Driver = {
  name: 'plain subscription',
  mount: async (clientele, readers) => {
    const shown: unknown[][] = []
    const whole = (client: Client | undefined): unknown => client
    const follow = ({ selector = whole, equalityFn = Object.is }: Reader) => {
      const values: unknown[] = []
      shown.push(values)
      return clientele.subscribe(selector, value => values.push(value), { equalityFn, fireImmediately: true })
    }
    const undo = readers.map(follow)
    return {
      shown,
      act: async work => void (await work()),
      unmount: async () => {
        for (const off of undo) off()
      },
    }
  },
}
