import { isClienteleError } from '@clientele/core'

/** What went wrong, in words: at the fields it is about, and in general. */
export interface Faults {
  /** By the name of the field: `emailAddress`, `password`. */
  readonly fields: Readonly<Record<string, string>>
  readonly general: readonly string[]
}

const transient: Readonly<Record<string, string>> = {
  network_error: 'The server could not be reached. Nothing was lost: try again.',
  timeout: 'The server did not answer in time. Nothing was lost: try again.',
  response_invalid:
    'The server gave an answer that makes no sense. What you see is its last good one.',
}

const explain = (error: unknown): string => {
  if (!isClienteleError(error)) return error instanceof Error ? error.message : String(error)
  const wait = error.retryAfter === undefined ? '' : ` Try again in ${error.retryAfter} s.`
  return `${transient[error.code] ?? error.errors[0]?.longMessage ?? error.message}${wait}`
}

/** @param params the fields that can show an error of their own. */
export const sortFaults = (error: unknown, params: readonly string[]): Faults => {
  if (!isClienteleError(error) || error.errors.length === 0)
    return { fields: {}, general: [explain(error)] }
  const fields: Record<string, string> = {}
  const general: string[] = []
  for (const { longMessage, message, meta } of error.errors) {
    const text = longMessage ?? message
    const param = meta?.paramName?.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
    if (param !== undefined && params.includes(param)) fields[param] ??= text
    else general.push(text)
  }
  return { fields, general }
}
