import { type AuthValue, type PendingSessionOptions, toAuth } from '@clientele/core/clerk'
import { type ToComputedRefs, toComputedRefs } from './computed-refs.ts'
import { useClerkContext } from './context.ts'
import { useShown } from './use-shown.ts'

/**
 * Who is signed in, by id, and what they may do, as refs: `getToken` and `has` too. A session with
 * tasks still to do is not signed in, unless `treatPendingAsSignedOut` is false.
 *
 * @throws TypeError outside of `setup`, or in an app that does not use the plugin.
 * @example
 * const { isLoaded, isSignedIn, getToken } = useAuth()
 * const send = async () => post(await getToken.value())
 */
export const useAuth = (options?: PendingSessionOptions): ToComputedRefs<AuthValue> => {
  const { clerk } = useClerkContext()
  const shown = useShown()
  return toComputedRefs(() => toAuth(clerk.value, shown.value, options))
}
