import { type RefObject, useEffect, useRef } from 'react'

/**
 * Leads to the form that takes the place of another: the one that went took the focus along, and a
 * keyboard user would begin at the top of the page again.
 *
 * @param form which one is shown; `undefined` while nothing is known yet
 * @returns goes to the element that holds the forms
 */
export const useStepFocus = (form: string | undefined): RefObject<HTMLFieldSetElement | null> => {
  const place = useRef<HTMLFieldSetElement>(null)
  const before = useRef(form)
  useEffect(() => {
    const isNext = before.current !== undefined && before.current !== form
    before.current = form
    if (isNext && document.activeElement === document.body)
      place.current?.querySelector<HTMLElement>('input:not([hidden], [disabled]), button')?.focus()
  }, [form])
  return place
}
