const policy = "frame-ancestors 'none'"

/**
 * Keeps a page, and what leads on to one, out of the frames of other pages: whoever is shown it
 * there could be made to click in it without knowing.
 */
export const denyFraming = (response: Response): Response => {
  const { headers } = response
  const isPage = headers.get('content-type')?.startsWith('text/html') ?? false
  if (!isPage && !headers.has('location')) return response
  const own = headers.get('content-security-policy')
  headers.set('Content-Security-Policy', own === null ? policy : `${own}; ${policy}`)
  headers.set('X-Frame-Options', 'DENY')
  return response
}
