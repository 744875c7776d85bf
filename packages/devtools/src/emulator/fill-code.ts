const fields = 'input[autocomplete="one-time-code"], input[name="code"]'

/**
 * Puts a code into the first field of the page that takes one, as if it had been typed.
 *
 * @returns whether there is such a field.
 */
export const fillCode = (code: string, page: ParentNode = document): boolean => {
  const field = [...page.querySelectorAll<HTMLInputElement>(fields)].find(
    ({ disabled, readOnly, type }) => !disabled && !readOnly && type !== 'hidden',
  )
  if (!field) return false
  // Frameworks that hold the value replace `value` of the element itself.
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {}
  set?.call(field, code)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.dispatchEvent(new Event('change', { bubbles: true }))
  field.focus()
  return true
}
