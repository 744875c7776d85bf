import type { Context } from 'hono'
import type { Emulator } from '../emulator.ts'
import { refuse } from '../errors.ts'
import type { ListOptions } from '../last-of.ts'

/** What a request to the control surface comes with. */
export interface ControlEnv {
  Bindings: {
    readonly emulator: Emulator
    readonly headers: Headers
    /** Origin of the address that was asked. */
    readonly origin: string
    readonly body: string
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
  if (env.body === '') return {} as Input // as: see below
  // Forms, which pages of other origins can send without asking first, are not JSON.
  if (!/^application\/json\b/i.test(env.headers.get('content-type') ?? ''))
    throw refuse(415, 'emulator_body_invalid', 'The content type must be application/json.')
  let parsed: unknown
  try {
    parsed = JSON.parse(env.body)
  } catch {
    throw refuse(400, 'emulator_body_invalid', 'The body is not JSON.')
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw refuse(400, 'emulator_body_invalid', 'The body must be a JSON object.')
  return parsed as Input // as: each method that takes it checks what it is given
}
