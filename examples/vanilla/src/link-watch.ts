import type { Next } from '@clientele/core'
import { emailLink } from '@clientele/core/email-link'
import type { App } from './app.ts'

interface Attempt {
  readonly id: string | undefined
  readonly next: Next
}

/** Waits for a link to be opened for as long as the attempt does. */
export interface LinkWatch {
  readonly render: (attempt: Attempt) => void
}

const waitsForLink = ({ next }: Attempt): boolean => 'pending' in next && next.pending?.strategy === 'email_link'

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
      // An attempt that is complete, or gone because it was completed in another tab, ends the waiting by itself.
      if (attempt.next.kind === 'complete' || attempt.id === undefined) return
      const id = waitsForLink(attempt) ? attempt.id : undefined
      if (id === watched) return
      watched = id
      waiting.abort(new Error('The link is not waited for any more'))
      waiting = new AbortController()
      if (id === undefined) return
      // When asking fails the waiting is over; `I opened it` asks again, and shows why it fails.
      watch(waiting.signal).catch(() => {})
    },
  }
}
