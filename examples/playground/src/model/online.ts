import type { Source } from '@clientele/core'

/** Whether the browser believes that there is a network, as a source. */
export const online: Source<boolean> = {
  get: () => navigator.onLine,
  getInitial: () => true,
  subscribe: listener => {
    addEventListener('online', listener)
    addEventListener('offline', listener)
    return () => {
      removeEventListener('online', listener)
      removeEventListener('offline', listener)
    }
  },
}
