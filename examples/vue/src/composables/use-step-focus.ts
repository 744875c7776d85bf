import { type Ref, watch } from 'vue'

/**
 * Leads to the form that takes the place of another: the one that went took the focus along, and a
 * keyboard user would begin at the top of the page again.
 *
 * @param place holds the forms
 * @param form which one is shown; `undefined` while nothing is known yet
 */
export const useStepFocus = (
  place: Readonly<Ref<HTMLElement | null>>,
  form: () => string | undefined,
): void => {
  watch(
    form,
    (_, before) => {
      if (before !== undefined && document.activeElement === document.body)
        place.value?.querySelector<HTMLElement>('input:not([hidden], [disabled]), button')?.focus()
    },
    { flush: 'post' },
  )
}
