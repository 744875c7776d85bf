// Where links and providers lead back to: this page, with a word in its query that says from where.

const back = (from: string): string => {
  const url = new URL(location.pathname, location.origin)
  url.searchParams.set('from', from)
  return url.href
}

export const providerReturnUrl = (): string => back('provider')
export const linkReturnUrl = (): string => back('link')

export interface Origin {
  readonly from: 'provider' | 'link' | 'ticket'
  readonly query: URLSearchParams
}

/**
 * Where this page was come to from, once: the query is taken off, so that a reload does not come
 * from there again.
 */
export const takeOrigin = (): Origin | undefined => {
  const query = new URLSearchParams(location.search)
  const from = query.has('__clerk_ticket') ? 'ticket' : query.get('from')
  if (from !== 'provider' && from !== 'link' && from !== 'ticket') return undefined
  // What a link brings may be a secret; it leaves the address bar before anything else happens.
  history.replaceState(null, '', location.pathname)
  return { from, query }
}
