import { Clerk } from '@clerk/clerk-js/no-rhc'
import { createClientele } from '@clientele/core'
import { browserModules } from '@clientele/core/browser'
import type { Stub } from './stub.ts'

/** One of those who are measured, loaded. */
export interface Subject {
  /** Reads the client again. */
  reload(): Promise<unknown>
  /** What focus does: tells the server that the session is in use. */
  touch(): Promise<unknown>
  getToken(options?: { skipCache?: boolean }): Promise<unknown>
  /** Drops the tokens that are here. */
  clear(): void
  /** Calls back after each change. */
  listen(listener: () => void): void
}

// A production instance: the development browser would be one more thing to measure.
const publishableKey = `pk_live_${btoa('clerk.example.com$')}`

export const subjects = {
  clientele: async (stub: Stub, signedIn: boolean): Promise<Subject> => {
    const clientele = createClientele({
      publishableKey,
      fetch: stub.fetch,
      modules: [...browserModules()],
      ...(signedIn ? {} : { selectInitialSession: () => null }),
    })
    await clientele.load()
    return {
      reload: async () => clientele.client?.reload(),
      touch: async () => clientele.client?.sessions[0]?.touch(),
      getToken: options => clientele.getToken(options),
      clear: () => clientele.client?.clearCache(),
      listen: listener => void clientele.addListener(listener, { skipInitialEmit: true }),
    }
  },
  clerk: async (stub: Stub, signedIn: boolean): Promise<Subject> => {
    globalThis.fetch = stub.fetch
    const clerk = new Clerk(publishableKey)
    await clerk.load({
      telemetry: false,
      ...(signedIn ? {} : { selectInitialSession: () => null }),
    })
    return {
      reload: async () => clerk.client?.reload(),
      touch: async () => clerk.client?.sessions[0]?.touch(),
      getToken: async options => clerk.session?.getToken(options),
      clear: () => clerk.session?.clearCache(),
      listen: listener => void clerk.addListener(listener, { skipInitialEmit: true }),
    }
  },
}

export type SubjectName = keyof typeof subjects
