import type { SignIn, SignUp } from '@clientele/core'
import { createLinkWatch } from '@clientele/example-shared'
import { onScopeDispose, type Ref, watchEffect } from 'vue'
import { usePage } from './use-page.ts'

/**
 * Waits for a link that was sent to be opened, for as long as the attempt does.
 *
 * @param settle goes on once it is
 */
export const useLinkWatch = (
  kind: 'signIn' | 'signUp',
  attempt: Readonly<Ref<SignIn | SignUp | undefined>>,
  settle: () => Promise<string>,
): void => {
  const watch = createLinkWatch(usePage(), kind, settle)
  watchEffect(() => {
    if (attempt.value) watch.follow(attempt.value)
  })
  onScopeDispose(watch.stop)
}
