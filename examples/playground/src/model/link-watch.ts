import type { SignInNext, SignUpNext } from '@clientele/core'
import { emailLink } from '@clientele/core/email-link'
import type { Page } from './page.ts'

interface Attempt {
  readonly id: string | undefined
  readonly next: SignInNext | SignUpNext
}

/** Waits for a link to be opened for as long as the attempt does. */
export interface LinkWatch {
  /** Tells it what the attempt is like now. */
  readonly follow: (attempt: Attempt) => void
  readonly stop: () => void
}

const waitsForLink = ({ next }: Attempt): boolean =>
  'pending' in next && next.pending?.strategy === 'email_link'

/** @param settle enters, when nothing is left to do */
export const createLinkWatch = (
  { store, run }: Pick<Page, 'store' | 'run'>,
  kind: 'signIn' | 'signUp',
  settle: () => Promise<string>,
): LinkWatch => {
  let watched: string | undefined
  let waiting = new AbortController()
  const watch = async (signal: AbortSignal) => {
    const status = await store.use(emailLink()).wait({ kind, signal })
    await run({ label: `The link is ${status}`, run: settle })
  }
  const stop = () => {
    watched = undefined
    waiting.abort(new Error('The link is not waited for any more'))
  }
  return {
    stop,
    follow: attempt => {
      // An attempt that is complete, or gone because it was completed in another tab, ends the
      // waiting by itself.
      if (attempt.next.kind === 'complete' || attempt.id === undefined) return
      const id = waitsForLink(attempt) ? attempt.id : undefined
      if (id === watched) return
      stop()
      if (id === undefined) return
      watched = id
      waiting = new AbortController()
      // When asking fails the waiting is over; `I opened it` asks again, and shows why it fails.
      watch(waiting.signal).catch(() => {})
    },
  }
}
