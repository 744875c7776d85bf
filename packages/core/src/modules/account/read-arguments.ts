import type { Params } from '../../http/encode.ts'
import type { PageParams } from './params.ts'
import type { Row } from './table.ts'

/** Names that the wire has in the singular or at length. */
const wireNames: Readonly<Record<string, string>> = {
  email: 'emailAddress',
  additionalScopes: 'additionalScope',
}

/** @throws TypeError that names the method, for parameters that are none. */
export const readParams = (name: string, given: unknown): Params => {
  if (given === undefined) return {}
  // as: an object has fields
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given as Params
  throw new TypeError(`${name}() takes one object of parameters`)
}

const isWhole = (number: number): boolean => Number.isInteger(number) && number > 0

/** @throws TypeError for a page that is none. */
const toQuery = (name: string, { page = 1, pageSize = 10, ...rest }: PageParams & Params) => {
  if (!isWhole(page) || !isWhole(pageSize))
    throw new TypeError(`${name}() takes page and pageSize as whole numbers from 1`)
  const given = Object.entries({ paginated: true, ...rest, limit: pageSize })
  const query = [...given, ['offset', (page - 1) * pageSize] as const]
  return Object.fromEntries(
    query.filter(([, value]) => value !== undefined).map(([key, value]) => [key, String(value)]),
  )
}

/**
 * What is asked when a method is called with these arguments.
 *
 * @throws TypeError that names the method and what it needs.
 */
export const readArguments = (
  name: string,
  [method, path, kind, needs, defaults]: Row,
  given: readonly unknown[],
) => {
  const takesId = path.includes(':id')
  const [id, last] = takesId ? given : ['', given[0]]
  if (typeof id !== 'string' || (takesId && !id))
    throw new TypeError(`${name}() needs an id as its first argument`)
  // What takes none may be the listener of an event: it is given that.
  const params = { ...defaults, ...(needs === null ? {} : readParams(name, last)) }
  if (needs && params[needs] === undefined) throw new TypeError(`${name}() needs ${needs}`)
  const at = path.replace(':id', encodeURIComponent(id))
  if (kind === 'page') return { method, path: at, query: toQuery(name, params) }
  const body = Object.fromEntries(
    Object.entries(params).map(([key, value]) => [wireNames[key] ?? key, value]),
  )
  return { method, path: at, ...(method !== 'GET' && { body }) }
}
