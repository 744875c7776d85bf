import type { SignIn } from '@clientele/core'
import { isTyped } from '@clientele/example-shared'

/** What a person chose on this page for the step that a sign-in is at. */
export interface Chosen {
  /** What is typed at once, and so leaves no trace at the server. */
  readonly strategy?: string | undefined
  /** Whether the ways are shown although something was sent. */
  readonly isOpen: boolean
}

export interface Choice {
  /** Forgets what was chosen for another step, or another sign-in. */
  readonly of: (signIn: SignIn) => Chosen
  readonly open: () => void
  readonly close: () => void
  readonly take: (strategy: string) => void
}

/** Who has an authenticator app is asked for its code first. */
const preselect = ({ next }: SignIn): Chosen => {
  const second = next.kind === 'second_factor' && !next.pending
  const totp = second && next.factors.some(({ strategy }) => strategy === 'totp')
  return { strategy: totp ? 'totp' : undefined, isOpen: false }
}

/** @param onChange draws the page again */
export const createChoice = (onChange: () => void): Choice => {
  let step = ''
  let chosen: Chosen = { isOpen: false }
  const set = (next: Chosen) => {
    chosen = next
    onChange()
  }
  return {
    of: signIn => {
      const at = `${signIn.id} ${signIn.next.kind}`
      if (at !== step) {
        step = at
        chosen = preselect(signIn)
      }
      return chosen
    },
    open: () => set({ isOpen: true }),
    close: () => set({ isOpen: false }),
    take: strategy => set(isTyped(strategy) ? { strategy, isOpen: false } : { isOpen: false }),
  }
}
