import {
  type PendingSessionOptions,
  type SessionValue,
  toSessionValue,
} from '@clientele/core/clerk'
import { type ToComputedRefs, toComputedRefs } from './computed-refs.ts'
import { useShown } from './use-shown.ts'

/**
 * The active session, as refs: `undefined` not known yet, `null` signed out.
 *
 * @throws TypeError outside of `setup`, or in an app that does not use the plugin.
 */
export const useSession = (options?: PendingSessionOptions): ToComputedRefs<SessionValue> => {
  const shown = useShown()
  return toComputedRefs(() => toSessionValue(shown.value, options))
}
