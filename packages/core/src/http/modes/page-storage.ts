import type { StoragePort } from '../../ports.ts'
import { putCookie, readCookie, year } from './cookie-jar.ts'

const put = (key: string, value: string): void => {
  const secure = location.protocol === 'https:' ? '; secure' : ''
  putCookie(document, key, encodeURIComponent(value), `; samesite=lax${secure}${year}`)
}

/**
 * A value that a redirect from the Frontend API put into the page's URL; it is taken out of the
 * address bar.
 */
const takeFromUrl = (key: string): string | null => {
  const url = new URL(location.href)
  const value = url.searchParams.get(key)
  if (value === null) return null
  url.searchParams.delete(key)
  history.replaceState(history.state, '', url)
  put(key, value)
  return value
}

/**
 * Where a page keeps its development browser when it is given no other place: the cookie that the
 * vendor's SDK and backends read too. `undefined` where there is no page.
 */
export const createPageStorage = (): StoragePort | undefined =>
  typeof document === 'undefined'
    ? undefined
    : {
        getItem: key => takeFromUrl(key) ?? (decodeURIComponent(readCookie(document, key)) || null),
        setItem: put,
        removeItem: key => put(key, ''),
      }
