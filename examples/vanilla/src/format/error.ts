import { isClienteleError } from '@clientele/core'

const weather: Readonly<Record<string, string>> = {
  network_error: 'The server could not be reached. Nothing was lost: try again.',
  timeout: 'The server did not answer in time. Nothing was lost: try again.',
  response_invalid: 'The server gave an answer that makes no sense. What you see is its last good one.',
}

/** An error in words for whoever uses the page. */
export const explainError = (error: unknown): string => {
  if (!isClienteleError(error)) return error instanceof Error ? error.message : String(error)
  const wait = error.retryAfter === undefined ? '' : ` Try again in ${error.retryAfter} s.`
  const [first] = error.errors
  return `${weather[error.code] ?? first?.longMessage ?? first?.message ?? error.message}${wait}`
}
