/**
 * Parameters of a request, in camelCase; see {@link encodeForm} for how each kind of value travels.
 */
export type Params = Readonly<Record<string, unknown>>

/** The name that the wire has for a name of ours. */
export const toSnakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

const toText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/**
 * The form encoding of section 1.5: keys in snake_case, `undefined` left out, `null` empty, arrays
 * as repeated keys, plain objects as JSON (their own keys untouched).
 */
export const encodeForm = (params: Params = {}): URLSearchParams => {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined) form.append(toSnakeCase(name), toText(item))
    }
  }
  return form
}
