import { ClienteleError } from '../errors.ts'

/** What a wire name becomes in a record. */
interface Name {
  readonly camel: string
  /** Free-form data of the application: the names inside are not ours to change. */
  readonly opaque: boolean
}

type Names = (wire: string) => Name | undefined

const opaqueNames = /^((public|unsafe|private)_metadata|actor|ui_hints)$/
const deepest = 64

const createNames = (): Names => {
  const known = new Map<string, Name>()
  return wire => {
    if (wire === '__proto__') return undefined
    const hit = known.get(wire)
    if (hit) return hit
    const camel = wire.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    const name = { camel, opaque: opaqueNames.test(wire) }
    known.set(wire, name)
    return name
  }
}

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/** How JSON of the wire becomes a record that keeps every reference whose data did not change. */
export interface Reconcile {
  /** True when `record` already says what `json` says; allocates nothing. */
  matches(json: unknown, record: unknown): boolean
  /**
   * `json` with camelCase names, or `record` itself, and likewise every part of it, where nothing differs.
   *
   * @throws ClienteleError `response_invalid` for nesting deeper than any real answer's.
   */
  toRecord(json: unknown, record: unknown): unknown
}

export const createReconcile = (): Reconcile => {
  const names = createNames()

  const sameFields = (json: Fields, record: Fields, opaque: boolean, depth: number): boolean => {
    let count = 0
    for (const wire in json) {
      const name = names(wire)
      if (!name) continue
      const inside = opaque || name.opaque
      if (!same(json[wire], record[opaque ? wire : name.camel], inside, depth)) return false
      count++
    }
    for (const _ in record) count--
    return count === 0
  }

  const same = (json: unknown, record: unknown, opaque: boolean, depth: number): boolean => {
    if (!isObject(json) || !isObject(record)) return Object.is(json, record)
    if (depth > deepest || Array.isArray(json) !== Array.isArray(record)) return false
    if (!Array.isArray(json) || !Array.isArray(record)) return sameFields(json, record, opaque, depth + 1)
    return json.length === record.length && json.every((item, index) => same(item, record[index], opaque, depth + 1))
  }

  const buildFields = (json: Fields, before: Fields, opaque: boolean, depth: number): Fields => {
    const next: Record<string, unknown> = {}
    for (const [wire, value] of Object.entries(json)) {
      const name = names(wire)
      if (!name) continue
      const camel = opaque ? wire : name.camel
      next[camel] = build(value, before[camel], opaque || name.opaque, depth)
    }
    return next
  }

  const build = (json: unknown, record: unknown, opaque: boolean, depth: number): unknown => {
    if (!isObject(json)) return json
    if (depth > deepest) throw new ClienteleError('response_invalid', 'The answer is nested too deeply')
    if (same(json, record, opaque, depth)) return record
    const before: Fields = isObject(record) ? record : {}
    if (!Array.isArray(json)) return buildFields(json, before, opaque, depth + 1)
    return json.map((item, index) => build(item, before[index], opaque, depth + 1))
  }

  return {
    matches: (json, record) => same(json, record, false, 0),
    toRecord: (json, record) => build(json, record, false, 0),
  }
}
