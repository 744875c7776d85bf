/** An object of an answer: where it is, and which kind it is. */
export interface Found {
  readonly kind: string
  readonly object: Record<string, unknown>
}

// What is in these is the caller's own.
const free = new Set(['public_metadata', 'unsafe_metadata', 'meta', 'social'])

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const kindOf = (object: Record<string, unknown>, fallback: string): string => {
  if (typeof object.object !== 'string') return fallback
  if ('latest_activity' in object) return `${object.object}, with activity`
  return object.deleted === true ? `${object.object}, deleted` : object.object
}

/**
 * Every object in an answer whose fields the emulator chooses. Those that do not say what they are
 * go by their place.
 */
export const objectsIn = (value: unknown, place: string): Found[] => {
  if (Array.isArray(value)) return value.flatMap(item => objectsIn(item, `${place}[]`))
  if (!isRecord(value)) return []
  const kind = kindOf(value, place)
  const inner = Object.entries(value).filter(([key]) => !free.has(key))
  return [
    { kind, object: value },
    ...inner.flatMap(([key, item]) => objectsIn(item, `${kind}.${key}`)),
  ]
}

const fieldsOf = (objects: readonly Record<string, unknown>[]) => {
  const all = [...new Set(objects.flatMap(object => Object.keys(object)))]
  const isInEach = (field: string) => objects.every(object => Object.hasOwn(object, field))
  return { always: all.filter(isInEach), sometimes: all.filter(field => !isInEach(field)).sort() }
}

/**
 * The fields of each kind of object: those that every one of them has, and those that only some
 * have.
 */
export const fieldsByKind = (found: readonly Found[]): Map<string, ReturnType<typeof fieldsOf>> => {
  const byKind = new Map<string, Record<string, unknown>[]>()
  for (const { kind, object } of found) byKind.set(kind, [...(byKind.get(kind) ?? []), object])
  const kinds = [...byKind].sort(([a], [b]) => a.localeCompare(b))
  return new Map(kinds.map(([kind, objects]) => [kind, fieldsOf(objects)]))
}
