import { ClienteleError } from '../errors.ts'
import { type Output, read, type Schema } from './zod.ts'

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
export const parse = <Whole extends Schema>(
  schema: () => Whole,
  value: unknown,
  at: string,
): Output<Whole> => {
  const { data, fault } = read(schema(), value)
  if (fault) throw invalid([at, ...fault].join('.'))
  return data
}
