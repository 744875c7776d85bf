/**
 * Where a page's cookies are, as its `document` has them: all as one text when read, one at a time
 * when written.
 */
export interface CookieJar {
  /** The text of a `Cookie` header. */
  cookie: string
}

/** The first cookie of that name, as it was written; empty when there is none. */
export const readCookie = (jar: CookieJar, name: string): string =>
  jar.cookie
    .split('; ')
    .find(part => part.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? ''

/**
 * How long a cookie is kept that outlives the browser's session: as long as Clerk's SDK keeps it.
 */
export const year = '; max-age=31536000'

/**
 * Sets a cookie unless it says so already. An empty value removes it.
 *
 * @param attributes such as `; samesite=lax`, and {@link year}.
 */
export const putCookie = (
  jar: CookieJar,
  name: string,
  value: string,
  attributes: string,
): void => {
  if (readCookie(jar, name) === value) return
  jar.cookie = `${name}=${value}; path=/${attributes}${value ? '' : '; max-age=0'}`
}
