import type { StoragePort } from '../../ports.ts'
import { isEmbeddedIn, makeCookieSuffix, toCookieText } from './cookie-attributes.ts'
import { putCookie, readCookie, year } from './cookie-jar.ts'

/** A value that a redirect from the Frontend API put into the page's URL; it is taken out of it. */
const takeFromUrl = (key: string): string | null => {
  const url = new URL(location.href)
  const value = url.searchParams.get(key)
  if (value === null) return null
  url.searchParams.delete(key)
  history.replaceState(history.state, '', url)
  return value
}

/**
 * Where a page keeps its development browser when it is given no other place: the cookies that
 * Clerk's SDK and backends read too. The one whose name ends with the instance's suffix decides;
 * the plain one is written for older backends, and read only where no suffix can be made.
 *
 * @returns `undefined` where there is no page.
 */
export const createPageStorage = (publishableKey: string): StoragePort | undefined => {
  if (typeof document === 'undefined') return undefined
  const attributes = () =>
    toCookieText({
      protocol: location.protocol,
      isEmbedded: isEmbeddedIn(globalThis.window ?? globalThis),
    }) + year
  // Made once: a cookie is written soon enough for a page that is left right after an answer.
  let made: Promise<string | undefined> | undefined
  const suffix = () => {
    made ??= makeCookieSuffix(publishableKey, globalThis.crypto?.subtle).catch(() => undefined)
    return made
  }
  const put = async (key: string, value: string) => {
    const end = await suffix()
    for (const name of end === undefined ? [key] : [key, key + end])
      putCookie(document, name, encodeURIComponent(value), attributes())
  }
  return {
    getItem: async key => {
      const given = takeFromUrl(key)
      if (given !== null) await put(key, given)
      const name = key + ((await suffix()) ?? '')
      return given ?? (decodeURIComponent(readCookie(document, name)) || null)
    },
    setItem: put,
    removeItem: key => put(key, ''),
  }
}
