import type { Instance } from '../instance.ts'

/** Whether whoever sent these headers may call: no page, a page of this host, or one allowed to. */
export const isAllowedOrigin = (
  { settings }: Instance,
  { url, headers }: { readonly url: URL; readonly headers: Headers },
): boolean => {
  const origin = headers.get('origin')
  const { allowedOrigins } = settings
  return (
    origin === null ||
    origin === url.origin ||
    allowedOrigins === null ||
    allowedOrigins.includes(origin)
  )
}
