import type { StoragePort } from '../../ports.ts'

/** A year, in seconds: as long as the vendor's SDK keeps it (section 6.7). */
const maxAge = 31_536_000

const write = (key: string, value: string, age: number): void => {
  const secure = location.protocol === 'https:' ? '; secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is neither synchronous nor everywhere.
  document.cookie = `${key}=${encodeURIComponent(value)}; path=/; max-age=${age}; samesite=lax${secure}`
}

/** A value that a redirect from the Frontend API put into the page's URL; it is taken out of the address bar. */
const takeFromUrl = (key: string): string | null => {
  const url = new URL(location.href)
  const value = url.searchParams.get(key)
  if (value === null) return null
  url.searchParams.delete(key)
  history.replaceState(history.state, '', url)
  write(key, value, maxAge)
  return value
}

/**
 * Where a page keeps its development browser when it is given no other place: the cookie that the vendor's SDK and
 * backends read too. `undefined` where there is no page.
 */
export const createPageStorage = (): StoragePort | undefined =>
  typeof document === 'undefined'
    ? undefined
    : {
        getItem: key => {
          const cookie = document.cookie.split('; ').find(part => part.startsWith(`${key}=`))
          return takeFromUrl(key) ?? (cookie === undefined ? null : decodeURIComponent(cookie.slice(key.length + 1)))
        },
        setItem: (key, value) => write(key, value, maxAge),
        removeItem: key => write(key, '', 0),
      }
