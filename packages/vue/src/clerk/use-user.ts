import { type PendingSessionOptions, toUserValue, type UserValue } from '@clientele/core/clerk'
import { type ToComputedRefs, toComputedRefs } from './computed-refs.ts'
import { useShown } from './use-shown.ts'

/**
 * The user of the active session, as refs: `undefined` not known yet, `null` signed out.
 *
 * @throws TypeError outside of `setup`, or in an app that does not use the plugin.
 */
export const useUser = (options?: PendingSessionOptions): ToComputedRefs<UserValue> => {
  const shown = useShown()
  return toComputedRefs(() => toUserValue(shown.value, options))
}
