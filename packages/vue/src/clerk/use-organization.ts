import {
  type OrganizationParams,
  type OrganizationValue,
  toOrganizationValue,
} from '@clientele/core/clerk'
import { type ToComputedRefs, toComputedRefs } from './computed-refs.ts'
import { useShown } from './use-shown.ts'

/**
 * The organization that the active session works under, and the user's membership in it, as refs.
 *
 * @throws TypeError outside of `setup`, in an app that does not use the plugin, and for the lists
 * that administer members.
 */
export const useOrganization = (params?: OrganizationParams): ToComputedRefs<OrganizationValue> => {
  const shown = useShown()
  return toComputedRefs(() => toOrganizationValue(shown.value, params))
}
