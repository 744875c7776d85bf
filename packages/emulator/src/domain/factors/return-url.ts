import { paramFormatInvalid } from '../../lib/api-errors.ts'
import { isPlainUrl } from '../../lib/one-line.ts'
import type { Params } from '../params.ts'

// Apps have schemes of their own (`myapp://`); these would run or show something instead of leading
// anywhere.
const unsafe = new Set(['javascript:', 'data:', 'vbscript:', 'file:', 'blob:', 'about:'])

const check = (name: string, text: string): string => {
  const url = isPlainUrl(text) ? new URL(text) : null
  if (!url || unsafe.has(url.protocol)) throw paramFormatInvalid(name, 'an absolute URL')
  return url.href
}

/** Where a link or a provider shall lead back to: an absolute URL. */
export const readReturnUrl = (params: Params): string =>
  check('redirect_url', params.required('redirect_url'))

// A path of the application, and not another host's address without its scheme.
const path = /^\/(?![/\\])/

/**
 * Where it shall lead when the attempt is complete, as an absolute URL or as a path beside
 * `redirectUrl`; `null` for the same place.
 */
export const readCompleteUrl = (params: Params, redirectUrl: string): string | null => {
  const text = params.text('action_complete_redirect_url')
  if (text === null) return null
  const isPath = path.test(text) && URL.canParse(text, redirectUrl)
  const url = isPath ? new URL(text, redirectUrl).href : text
  return check('action_complete_redirect_url', url)
}

/** `url` with these in its query. */
export const withQuery = (url: string, values: Readonly<Record<string, string | null>>): string => {
  const result = new URL(url)
  for (const [name, value] of Object.entries(values))
    if (value !== null) result.searchParams.set(name, value)
  return result.href
}
