import { refuse } from '../lib/api-error.ts'
import { isPlainUrl } from '../lib/one-line.ts'

/**
 * Where a page of the Frontend API leads on to.
 *
 * @param pieces the values of the parameter: a comma in it makes the vendor's SDK send it in
 * pieces.
 * @throws ApiError 400 unless it is an absolute http or https URL.
 */
export const safeRedirect = (pieces: readonly string[]): URL => {
  const target = pieces.join(',')
  const url = isPlainUrl(target) ? new URL(target) : null
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url
  throw refuse(
    400,
    'malformed_request_parameters',
    'redirect_url must be an absolute http or https URL.',
  )
}
