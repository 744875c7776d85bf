import type { Params } from '../domain/params.ts'
import {
  paramDuplicate,
  paramFormatInvalid,
  paramMissing,
  paramNil,
  paramTooLong,
  paramUnknown,
  paramValueInvalid,
} from '../lib/api-errors.ts'

type Fields = Iterable<readonly [string, string]>

const maxLength = 10_000

// Fields of other parts of the service, which may ride along on any call and change nothing here.
const ignored = /^__clerk_protect_/

const collect = (
  fields: Fields,
  known: ReadonlySet<string>,
  isLenient: boolean,
): Map<string, readonly string[]> => {
  const values = new Map<string, readonly string[]>()
  for (const [name, value] of fields) {
    const isList = known.has(`${name}[]`)
    const isKnown = isList || known.has(name)
    if (ignored.test(name) || (isLenient && !isKnown)) continue
    if (!isKnown) throw paramUnknown(name.slice(0, 100))
    const before = values.get(name) ?? []
    if (before.length > 0 && !isList) throw paramDuplicate(name)
    if (value.length > maxLength) throw paramTooLong(name, maxLength)
    values.set(name, [...before, value])
  }
  return values
}

/**
 * The fields of a form, none but the known ones.
 *
 * @param known their names; one that ends with `[]` may be given several times.
 * @param isLenient leave out unknown fields instead of refusing them.
 * @throws ApiError for a field that is unknown, given twice or far too long.
 */
export const readParams = (fields: Fields, known: readonly string[], isLenient = false): Params => {
  const values = collect(fields, new Set(known), isLenient)
  const text = (name: string) => values.get(name)?.[0] || null
  return {
    has: name => values.has(name),
    text,
    required: name => {
      if (!values.has(name)) throw paramMissing(name)
      const value = text(name)
      if (value === null) throw paramNil(name)
      return value
    },
    flag: name => {
      const value = text(name)
      if (value === null) return null
      if (!/^(true|false|1|0)$/.test(value)) throw paramFormatInvalid(name, 'true or false')
      return value === 'true' || value === '1'
    },
    list: name => (values.get(name) ?? []).filter(value => value !== ''),
    oneOf: (name, allowed) => {
      const value = text(name)
      if (value === null) return null
      const found = allowed.find(candidate => candidate === value)
      if (found === undefined) throw paramValueInvalid(name)
      return found
    },
  }
}
