import type { Context } from 'hono'
import { UnexpectedRequests } from '../control/request-log.ts'
import { ApiError, type ApiFault, refuse, toErrorsJson } from '../lib/api-error.ts'
import { UnknownRecord, WrongInput } from '../lib/input-errors.ts'
import type { ControlEnv } from './env.ts'

const invalid = 'emulator_input_invalid'

const ofInput = ({ issues, message }: WrongInput): ApiError => {
  const faults = issues.map(
    (issue): ApiFault => ({
      code: invalid,
      message: issue.message,
      meta: { param_name: issue.path.map(String).join('.') },
    }),
  )
  const [first, ...rest] = faults
  return new ApiError(422, first ? [first, ...rest] : [{ code: invalid, message }])
}

const toRefusal = (error: unknown): ApiError => {
  if (error instanceof ApiError) return error
  if (error instanceof WrongInput) return ofInput(error)
  if (error instanceof UnknownRecord) return refuse(404, 'emulator_not_found', error.message)
  if (error instanceof UnexpectedRequests)
    return refuse(409, 'emulator_expectation_failed', error.message)
  if (error instanceof TypeError) return refuse(422, invalid, error.message)
  return refuse(500, 'emulator_failed', error instanceof Error ? error.message : 'unknown')
}

/**
 * Answers what a typed method has thrown, in the shape in which the Frontend API words its errors.
 */
export const answerFault = (error: unknown, c: Context<ControlEnv>): Response => {
  const { status, faults } = toRefusal(error)
  return c.json({ errors: toErrorsJson(faults) }, status as 400) // as: Hono wants a literal status
}
