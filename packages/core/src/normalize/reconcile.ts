import { ClienteleError } from '../errors.ts'
import { isObject } from '../is-object.ts'

type Fields = Readonly<Record<string, unknown>>

// Free-form data of the application: the names inside are not ours to change.
const opaqueNames = new Set([
  'public_metadata',
  'unsafe_metadata',
  'private_metadata',
  'actor',
  'ui_hints',
])
/** Levels of nesting that are surely no data: deeper ones would exhaust the stack. */
const deepest = 1000

/**
 * False for what stands in for a missing field (null, false, empty): a record may have more of
 * those than its JSON.
 */
const isMeaningful = (value: unknown): boolean => {
  if (!isObject(value)) return value !== null && value !== false && value !== ''
  for (const _ in value) return true
  return false
}

const nothing: ReadonlySet<string> = new Set()
const whole: Split = { omitted: nothing, added: [] }

const countMeaningful = (fields: Fields, omitted = nothing): number => {
  let count = 0
  for (const name in fields)
    if (name !== '__proto__' && !omitted.has(name) && isMeaningful(fields[name])) count++
  return count
}

/** What a record leaves out of the JSON it was made of, and the fields that it has besides. */
export interface Split {
  readonly omitted: ReadonlySet<string>
  readonly added: readonly string[]
}

/** How JSON of the wire becomes a record that keeps every reference whose data did not change. */
export interface Reconcile {
  /** True when `record` already says what `json` says; allocates nothing. */
  matches(json: unknown, record: unknown, split?: Split): boolean
  /**
   * `json` with camelCase names, or `record` itself, and likewise every part of it, where nothing
   * differs.
   *
   * @throws ClienteleError `response_invalid` for nesting deeper than any real answer's.
   */
  toRecord(json: unknown, record: unknown): unknown
}

export const createReconcile = (): Reconcile => {
  const names = new Map<string, string>()

  const camelOf = (wire: string): string => {
    const known = names.get(wire)
    if (known !== undefined) return known
    const camel = wire.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    names.set(wire, camel)
    return camel
  }

  /** The name in a record, or nothing for the one that must not become a field. */
  const nameOf = (wire: string, opaque: boolean): string | undefined => {
    if (wire === '__proto__') return undefined
    return opaque ? wire : camelOf(wire)
  }

  // The hot path of an unchanged answer: it runs once for every field of every session, and
  // allocates nothing.

  /** How many fields `json` has when `record` says the same in each; otherwise -1. */
  const countSame = (
    json: Fields,
    record: Fields,
    opaque: boolean,
    depth: number,
    omitted: ReadonlySet<string>,
  ) => {
    let count = 0
    for (const wire in json) {
      if (omitted !== nothing && omitted.has(wire)) continue
      const name = nameOf(wire, opaque)
      if (name === undefined) continue
      const value = json[wire]
      const before = record[name]
      if (value !== before && !same(value, before, opaque || opaqueNames.has(wire), depth))
        return -1
      count++
    }
    return count
  }

  const sameFields = (
    json: Fields,
    record: Fields,
    opaque: boolean,
    depth: number,
    { omitted, added }: Split,
  ) => {
    const count = countSame(json, record, opaque, depth, omitted)
    if (count < 0) return false
    if (Object.keys(record).length === count + added.length) return true
    return !opaque && countMeaningful(record, new Set(added)) === countMeaningful(json, omitted)
  }

  const sameItems = (
    json: readonly unknown[],
    record: readonly unknown[],
    opaque: boolean,
    depth: number,
  ) => {
    if (json.length !== record.length) return false
    for (let index = 0; index < json.length; index++)
      if (!same(json[index], record[index], opaque, depth)) return false
    return true
  }

  const same = (
    json: unknown,
    record: unknown,
    opaque: boolean,
    depth: number,
    split = whole,
  ): boolean => {
    if (json === record) return true
    if (!isObject(json) || !isObject(record) || depth > deepest) return false
    if (!Array.isArray(json))
      return !Array.isArray(record) && sameFields(json, record, opaque, depth + 1, split)
    return Array.isArray(record) && sameItems(json, record, opaque, depth + 1)
  }

  const shapes = new Map<string, Fields>()

  /**
   * An object that has these fields already. One that is given more than a dozen by computed names
   * becomes a hash table in V8, of several times the size and slow to compare; one that was parsed,
   * and copies of it, do not.
   */
  const shapeOf = (keys: readonly string[]): Record<string, unknown> => {
    const shape = keys.join()
    const known = shapes.get(shape)
    const fresh = known ?? JSON.parse(`{${keys.map(key => `${JSON.stringify(key)}:null`)}}`)
    if (!known) shapes.set(shape, fresh)
    return { ...fresh }
  }

  const buildFields = (json: Fields, before: Fields, opaque: boolean, depth: number): Fields => {
    const fields = Object.keys(json).flatMap(wire => {
      const name = nameOf(wire, opaque)
      return name === undefined ? [] : [{ wire, name }]
    })
    const next = opaque ? {} : shapeOf(fields.map(({ name }) => name))
    for (const { wire, name } of fields)
      next[name] = build(json[wire], before[name], opaque || opaqueNames.has(wire), depth)
    return next
  }

  const build = (json: unknown, record: unknown, opaque: boolean, depth: number): unknown => {
    if (!isObject(json)) return json
    if (depth > deepest)
      throw new ClienteleError('response_invalid', 'The answer is nested too deeply')
    if (same(json, record, opaque, depth)) return record
    const before: Fields = isObject(record) ? record : {}
    if (!Array.isArray(json)) return buildFields(json, before, opaque, depth + 1)
    return json.map((item, index) => build(item, before[index], opaque, depth + 1))
  }

  return {
    matches: (json, record, split) => same(json, record, false, 0, split),
    toRecord: (json, record) => build(json, record, false, 0),
  }
}
