import type { Deed, Outcome } from '@clientele/example-shared'
import { useCallback, useRef, useState } from 'react'
import { usePage } from './use-page.ts'

/**
 * Does a deed. Resolves to how it went, and to nothing when another one is under way. Never
 * rejects.
 */
export type Act = (deed: Deed, params?: readonly string[]) => Promise<Outcome | undefined>

export interface Task {
  readonly isBusy: boolean
  /** Stays the same. */
  readonly act: Act
}

/** One thing at a time: a second press does nothing while the first is under way. */
export const useTask = (): Task => {
  const { perform } = usePage()
  const [isBusy, setBusy] = useState(false)
  // A second press may come before the first was rendered.
  const underWay = useRef(false)
  const act = useCallback<Act>(
    async (deed, params) => {
      if (underWay.current) return undefined
      underWay.current = true
      setBusy(true)
      const outcome = await perform(deed, params)
      underWay.current = false
      setBusy(false)
      return outcome
    },
    [perform],
  )
  return { isBusy, act }
}
