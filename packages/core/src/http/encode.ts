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
  if (typeof value === 'string') return value
  try {
    const text = JSON.stringify(value)
    if (text !== undefined) return text
  } catch {
    // It has loops, or is a `bigint`.
  }
  throw new TypeError(`${name} cannot be sent: it must be text or plain JSON, without loops`)
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
