import { isPlainUrl } from '../lib/one-line.ts'

/**
 * Where a caller reached the emulator: what stands before `/v1` in its address, with no slash at
 * the end. A proxy says so by `Clerk-Proxy-Url`, as Clerk asks of it, or by `X-Forwarded-Proto` and
 * `X-Forwarded-Host`.
 *
 * @param url as it arrived.
 * @param prefix that it has of the emulator's own.
 */
export const reachedAt = (headers: Headers, url: URL, prefix: string): string => {
  const proxy = headers.get('clerk-proxy-url') ?? ''
  if (/^https?:\/\//.test(proxy) && isPlainUrl(proxy)) return proxy.replace(/\/+$/, '')
  const first = (name: string) => headers.get(name)?.split(',')[0]?.trim()
  const protocol = first('x-forwarded-proto') ?? url.protocol.slice(0, -1)
  const origin = `${protocol}://${first('x-forwarded-host') ?? url.host}`
  const isUsable = /^https?:/.test(origin) && isPlainUrl(origin)
  return `${isUsable ? new URL(origin).origin : url.origin}${prefix}`
}
