import {
  type OrganizationListParams,
  type OrganizationListValue,
  organizationLists,
  type Pages,
  type PagesSource,
  toOrganizationList,
} from '@clientele/core/clerk'
import {
  computed,
  getCurrentInstance,
  type MaybeRefOrGetter,
  onMounted,
  type Ref,
  shallowRef,
  toValue,
  watch,
} from 'vue'
import { type ToComputedRefs, toComputedRefs } from './computed-refs.ts'
import { useClerkContext } from './context.ts'
import { useShown } from './use-shown.ts'

/** What is read of a list, which a server does not read. */
const usePages = <Item>(source: () => PagesSource<Item>): Readonly<Ref<Pages<Item>>> => {
  const shown = shallowRef(source().get())
  const start = () => {
    watch(
      source,
      (list, _, onCleanup) => {
        const update = () => {
          shown.value = list.get()
        }
        update()
        onCleanup(list.subscribe(update))
        list.read()
      },
      { immediate: true },
    )
  }
  if (getCurrentInstance()) onMounted(start)
  else start()
  return shown
}

/**
 * Memberships, invitations and suggestions of the user, page by page, as refs; each is read only
 * when it is asked for.
 *
 * @throws TypeError outside of `setup`, in an app that does not use the plugin, and for a list that
 * is not known.
 * @example
 * const { userMemberships, setActive } = useOrganizationList({ userMemberships: true })
 */
export const useOrganizationList = (
  params: MaybeRefOrGetter<OrganizationListParams> = {},
): ToComputedRefs<OrganizationListValue> => {
  const { clerk } = useClerkContext()
  const shown = useShown()
  // Another user or other wishes only: every change of a user is another object.
  const key = computed(() => JSON.stringify([shown.value.user?.id, toValue(params)]))
  const lists = shallowRef(organizationLists(shown.value.user, toValue(params)))
  watch(
    key,
    () => {
      lists.value = organizationLists(shown.value.user, toValue(params))
    },
    { flush: 'sync' },
  )
  const userMemberships = usePages(() => lists.value.userMemberships)
  const userInvitations = usePages(() => lists.value.userInvitations)
  const userSuggestions = usePages(() => lists.value.userSuggestions)
  return toComputedRefs(() =>
    toOrganizationList(clerk.value, shown.value, {
      userMemberships: userMemberships.value,
      userInvitations: userInvitations.value,
      userSuggestions: userSuggestions.value,
    }),
  )
}
