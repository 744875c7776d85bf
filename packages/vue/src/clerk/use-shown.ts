import type { ClerkSnapshot } from '@clientele/core/clerk'
import { computed, getCurrentInstance, onMounted, type Ref, shallowRef } from 'vue'
import { useClerkContext } from './context.ts'

/** What is shown now under Clerk's names; another object for each change. */
export const useShown = (): Readonly<Ref<ClerkSnapshot>> => {
  const { shown, initial } = useClerkContext()
  // Only a component that takes over what a server rendered has an element before it was mounted:
  // it begins with the same.
  if (!getCurrentInstance()?.vnode.el) return shown
  const isMounted = shallowRef(false)
  onMounted(() => {
    isMounted.value = true
  })
  return computed(() => (isMounted.value ? shown.value : initial))
}
