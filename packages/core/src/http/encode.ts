/**
 * Parameters of a request, in camelCase; see {@link encodeForm} for how each kind of value travels.
 */
export type Params = Readonly<Record<string, unknown>>

/** The name that the wire has for a name of ours. */
export const toSnakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/** @throws TypeError that names the parameter, and never what it holds. */
const toText = (name: string, value: unknown): string => {
  if (value === null) return ''
  switch (typeof value) {
    case 'string':
      return value
    case 'boolean':
    case 'number':
      return String(value)
    case 'object':
      try {
        return JSON.stringify(value)
      } catch {
        throw new TypeError(`${name} cannot be sent: it must be plain JSON, without loops`)
      }
    default:
      throw new TypeError(
        `${name} cannot be sent: it must be text, a number, true, false, null or plain JSON`,
      )
  }
}

/** A query or a form as text. By hand, since the `URLSearchParams` of some runtimes is a stub. */
export const encodePairs = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([name, value]) => `${encodePart(name)}=${encodePart(value)}`).join('&')

const encodePart = (text: string): string =>
  // A lone half of a character would throw.
  encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd')).replace(/%20/g, '+')

/**
 * The form encoding of the Frontend API: keys in snake_case, `undefined` left out, `null` empty,
 * arrays as repeated keys, plain objects as JSON (their own keys untouched).
 *
 * @throws TypeError that names a parameter that cannot be sent.
 */
export const encodeForm = (params: Params = {}): string =>
  encodePairs(
    Object.entries(params).flatMap(([name, value]) =>
      [value]
        .flat()
        .filter(item => item !== undefined)
        .map(item => [toSnakeCase(name), toText(name, item)] as const),
    ),
  )
