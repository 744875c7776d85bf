import type { SignIn, SignUp } from '@clientele/core'
import { createLinkWatch } from '@clientele/example-shared'
import { useEffect, useMemo } from 'react'
import { usePage } from './use-page.ts'

/**
 * Waits for a link that was sent to be opened, for as long as the attempt does.
 *
 * @param settle goes on once it is
 */
export const useLinkWatch = (
  kind: 'signIn' | 'signUp',
  attempt: SignIn | SignUp | undefined,
  settle: () => Promise<string>,
): void => {
  const page = usePage()
  const watch = useMemo(() => createLinkWatch(page, kind, settle), [page, kind, settle])
  useEffect(() => {
    if (attempt) watch.follow(attempt)
  }, [watch, attempt])
  useEffect(() => watch.stop, [watch])
}
