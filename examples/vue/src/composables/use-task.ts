import type { Deed, Outcome } from '@clientele/example-shared'
import { type Ref, ref } from 'vue'
import { usePage } from './use-page.ts'

export interface Task {
  readonly isBusy: Readonly<Ref<boolean>>
  /**
   * Does a deed. Resolves to how it went, and to nothing when another one is under way. Never
   * rejects.
   */
  readonly act: (deed: Deed, params?: readonly string[]) => Promise<Outcome | undefined>
}

/** One thing at a time: a second press does nothing while the first is under way. */
export const useTask = (): Task => {
  const { perform } = usePage()
  const isBusy = ref(false)
  return {
    isBusy,
    act: async (deed, params) => {
      if (isBusy.value) return undefined
      isBusy.value = true
      const outcome = await perform(deed, params)
      isBusy.value = false
      return outcome
    },
  }
}
