/** True for anything with fields, lists included. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** What a table has under a key that comes from outside, such as `__proto__`. */
export const own = <Value>(
  table: Readonly<Record<string, Value>>,
  key: string,
): Value | undefined => (Object.hasOwn(table, key) ? table[key] : undefined)

/** True for text that says something. */
export const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
