import { type SessionListValue, toSessionList } from '@clientele/core/clerk'
import { type ToComputedRefs, toComputedRefs } from './computed-refs.ts'
import { useClerkContext } from './context.ts'
import { useShown } from './use-shown.ts'

/**
 * All sessions of this client, and what makes one of them active, as refs.
 *
 * @throws TypeError outside of `setup`, or in an app that does not use the plugin.
 */
export const useSessionList = (): ToComputedRefs<SessionListValue> => {
  const { clerk } = useClerkContext()
  const shown = useShown()
  return toComputedRefs(() => toSessionList(clerk.value, shown.value))
}
