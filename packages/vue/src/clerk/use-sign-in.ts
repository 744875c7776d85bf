import type { SetActive, SignInResource } from '@clientele/core/clerk'
import { type ToComputedRefs, toComputedRefs } from './computed-refs.ts'
import { useAttempt } from './use-attempt.ts'

/** The sign-in in progress; `undefined` until the client is known. */
export type UseSignInReturn =
  | { isLoaded: false; signIn: undefined; setActive: undefined }
  | { isLoaded: true; signIn: SignInResource; setActive: SetActive }

/**
 * The sign-in in progress, as refs. Its methods reject on failure.
 *
 * @throws TypeError outside of `setup`, or in an app that does not use the plugin.
 */
export const useSignIn = (): ToComputedRefs<UseSignInReturn> => {
  const read = useAttempt('signIn')
  return toComputedRefs((): UseSignInReturn => {
    const now = read()
    return now
      ? { isLoaded: true, signIn: now.attempt, setActive: now.clerk.setActive }
      : { isLoaded: false, signIn: undefined, setActive: undefined }
  })
}
