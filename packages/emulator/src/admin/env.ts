import type { Context } from 'hono'
import type { Emulator } from '../control/emulator.ts'
import { refuse } from '../lib/api-error.ts'
import { isBottomless } from '../lib/free-json.ts'
import type { ListOptions } from '../lib/list-page.ts'
import type { Database } from '../model/database.ts'
import type { ControlRequest } from './read-request.ts'

/** How many there are of what is listed, without `limit`, `offset` and `last`. */
export const totalHeader = 'X-Total-Count'

/** What a request to the control surface comes with. */
export interface ControlEnv {
  Bindings: {
    readonly emulator: Emulator
    readonly request: ControlRequest
    /** What the emulator knows, to be told when it changes. */
    readonly database: Database
  }
}

/** How much of a list a request wants: `?last=100`, or `?limit=50&offset=100&newestFirst=true`. */
export const listOptionsOf = (c: Context<ControlEnv>): ListOptions => {
  const { last, limit, offset, newestFirst } = c.req.query()
  return {
    ...(last !== undefined && { last: Number(last) }),
    ...(limit !== undefined && { limit: Number(limit) }),
    ...(offset !== undefined && { offset: Number(offset) }),
    ...(newestFirst !== undefined && { newestFirst: newestFirst === 'true' }),
  }
}

/** The parameters of a query that are given, by these names. */
export const givenOf = (c: Context<ControlEnv>, ...names: readonly string[]) =>
  Object.fromEntries(
    names.flatMap(name => {
      const value = c.req.query(name)
      return value === undefined || value === '' ? [] : [[name, value]]
    }),
  )

/** Answers a part of a list, and in a header how much there is of it. */
export const answerPage = (c: Context<ControlEnv>, items: readonly unknown[], total: number) => {
  c.header(totalHeader, String(total))
  return c.json(items)
}

/**
 * The JSON of a request; `{}` for one without a body. What is in it is checked by the method it is
 * handed to.
 *
 * @throws ApiError when it is not an object, or not said to be JSON.
 */
export const jsonOf = <Input extends object>({ env }: Context<ControlEnv>): Input => {
  const { body, headers } = env.request
  if (body === '') return {} as Input // as: see below
  // Forms, which pages of other origins can send without asking first, are not JSON.
  if (!/^application\/json\b/i.test(headers.get('content-type') ?? ''))
    throw refuse(415, 'emulator_body_invalid', 'The content type must be application/json.')
  if (isBottomless(body))
    throw refuse(400, 'emulator_body_invalid', 'The body is nested too deeply.')
  let parsed: unknown
  try {
    parsed = JSON.parse(body)
  } catch {
    throw refuse(400, 'emulator_body_invalid', 'The body is not JSON.')
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw refuse(400, 'emulator_body_invalid', 'The body must be a JSON object.')
  return parsed as Input // as: each method that takes it checks what it is given
}
