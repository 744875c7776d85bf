/** The cookies of a page, the way `document.cookie` has them: all as one text, and set one line at a time. */
export interface CookieJar {
  get(): string
  set(line: string): void
}

/** The jar of this page, or nothing where there is none. */
export const currentJar = (): CookieJar | undefined =>
  typeof document === 'undefined'
    ? undefined
    : {
        get: () => document.cookie,
        set: line => {
          // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is neither synchronous nor everywhere.
          document.cookie = line
        },
      }

/** The first cookie of that name, as it was written; empty when there is none. */
export const readCookie = (jar: CookieJar, name: string): string =>
  jar
    .get()
    .split('; ')
    .find(part => part.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? ''

/** How long a cookie is kept. */
export const year = '; max-age=31536000'

/**
 * Sets a cookie unless it says so already. An empty value removes it.
 *
 * @param attributes such as `; samesite=lax`, and {@link year} for one that outlives the browser's session.
 */
export const putCookie = (jar: CookieJar, name: string, value: string, attributes: string): void => {
  if (readCookie(jar, name) === value) return
  jar.set(`${name}=${value}; path=/${attributes}${value ? '' : '; max-age=0'}`)
}
