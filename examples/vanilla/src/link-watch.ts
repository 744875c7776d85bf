import type { Next } from '@clientele/core'
import { emailLink } from '@clientele/core/email-link'
import type { App } from './app.ts'

/** Waits for a link to be opened for as long as the page shows that it does. */
export interface LinkWatch {
  /** @param attempt the one whose link is waited for; `undefined` ends the waiting */
  readonly render: (attempt: string | undefined) => void
}

export const createLinkWatch = (
  { clientele, perform }: App,
  kind: 'signIn' | 'signUp',
  settle: () => Promise<Next['kind']>,
): LinkWatch => {
  let watched: string | undefined
  let waiting = new AbortController()
  const watch = async (signal: AbortSignal) => {
    const status = await clientele.use(emailLink).wait({ kind, signal })
    await perform({ label: `The link is ${status}`, run: settle, describe: next => next })
  }
  return {
    render: attempt => {
      if (attempt === watched) return
      watched = attempt
      waiting.abort(new Error('The link is not waited for any more'))
      waiting = new AbortController()
      const { signal } = waiting
      if (attempt === undefined) return
      // Failing to ask ends the waiting; `I opened it` asks again, and shows why it fails.
      watch(signal).catch(() => {
        if (watched === attempt) watched = undefined
      })
    },
  }
}
