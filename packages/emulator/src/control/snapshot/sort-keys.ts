// Their order is their owner's: it shows in answers.
const opaque = new Set([
  'publicMetadata',
  'unsafeMetadata',
  'privateMetadata',
  'actor',
  'claims',
  'meta',
  'jwtTemplates',
  'body',
  'values',
])

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** A copy with the keys of its records sorted, so that equal states have equal texts. */
export const sortKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (!isRecord(value)) return value
  const keys = Object.keys(value).sort()
  return Object.fromEntries(
    keys.map(key => [key, opaque.has(key) ? structuredClone(value[key]) : sortKeys(value[key])]),
  )
}
