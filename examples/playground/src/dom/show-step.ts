/** Puts a form into its place instead of the one that stands there, and takes the focus along. */
export const showStep = (place: HTMLElement, form: HTMLFormElement) => {
  if (form.parentElement === place) return
  const hadFocus = place.contains(document.activeElement)
  place.replaceChildren(form)
  if (hadFocus) form.querySelector<HTMLElement>('input:not([hidden], [disabled]), button')?.focus()
}
