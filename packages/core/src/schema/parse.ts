import * as z from 'zod/mini'
import { ClienteleError } from '../errors.ts'

/** An answer that does not fit, whatever its status. */
export const invalid = (fault: string) =>
  new ClienteleError('response_invalid', `The answer is not what was expected: ${fault}`)

/** Text of an answer as JSON. @throws ClienteleError `response_invalid`, never a `SyntaxError`. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw invalid('it is not JSON')
  }
}

/**
 * `value` as the schema describes it, which is built when it is first needed. @throws
 * ClienteleError `response_invalid` that names the path of the fault.
 */
export const parse = <Schema extends z.ZodMiniType>(
  schema: () => Schema,
  value: unknown,
  at: string,
): z.output<Schema> => {
  const result = z.safeParse(schema(), value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw invalid([at, ...(issue?.path ?? [])].join('.'))
}
