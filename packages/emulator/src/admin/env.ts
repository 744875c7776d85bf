import type { Context } from 'hono'
import type { Emulator } from '../control/emulator.ts'
import { refuse } from '../lib/api-error.ts'
import { isBottomless } from '../lib/free-json.ts'
import type { ListOptions } from '../lib/limit-to-last.ts'
import type { ControlRequest } from './read-request.ts'

/** What a request to the control surface comes with. */
export interface ControlEnv {
  Bindings: {
    readonly emulator: Emulator
    readonly request: ControlRequest
  }
}

/** How much of a list a request wants: `?last=100`. */
export const listOptionsOf = (c: Context<ControlEnv>): ListOptions => {
  const last = c.req.query('last')
  return last === undefined ? {} : { last: Number(last) }
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
