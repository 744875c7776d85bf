import type { SetActive, SignUpResource } from '@clientele/core/clerk'
import { type ToComputedRefs, toComputedRefs } from './computed-refs.ts'
import { useAttempt } from './use-attempt.ts'

/** The sign-up in progress; `undefined` until the client is known. */
export type UseSignUpReturn =
  | { isLoaded: false; signUp: undefined; setActive: undefined }
  | { isLoaded: true; signUp: SignUpResource; setActive: SetActive }

/**
 * The sign-up in progress, as refs. Its methods reject on failure.
 *
 * @throws TypeError outside of `setup`, or in an app that does not use the plugin.
 */
export const useSignUp = (): ToComputedRefs<UseSignUpReturn> => {
  const read = useAttempt('signUp')
  return toComputedRefs((): UseSignUpReturn => {
    const now = read()
    return now
      ? { isLoaded: true, signUp: now.attempt, setActive: now.clerk.setActive }
      : { isLoaded: false, signUp: undefined, setActive: undefined }
  })
}
