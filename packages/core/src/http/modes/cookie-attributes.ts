// How cookies of a page are written: shared by what keeps the development browser and by the
// module that writes cookies for backends.

import { toBase64Url } from '../../base64url.ts'

/** Attributes of the cookies that a page writes; each has a default that fits the page. */
export interface CookieAttributes {
  /** `none` in a frame within a page of another origin over https, otherwise `lax`. */
  readonly sameSite?: 'lax' | 'strict' | 'none' | undefined
  /**
   * Kept apart for each page that embeds this one: on wherever `sameSite` is `none`, since
   * browsers drop other cookies there.
   */
  readonly partitioned?: boolean | undefined
}

/** The part of a page that decides it. */
export interface CookiePage {
  readonly protocol: string
  readonly isEmbedded: boolean
}

/** What follows name and value, such as `; samesite=lax; secure`. */
export const toCookieText = (
  { protocol, isEmbedded }: CookiePage,
  { sameSite, partitioned }: CookieAttributes = {},
): string => {
  const secure = protocol === 'https:'
  // Browsers take `none` only together with `secure`.
  const site = sameSite ?? (isEmbedded && secure ? 'none' : 'lax')
  const apart = partitioned ?? site === 'none'
  return `; samesite=${site}${secure ? '; secure' : ''}${apart && secure ? '; partitioned' : ''}`
}

/** The end of names that tells apart the instances of one host, as Clerk's SDK makes it. */
export const makeCookieSuffix = async (
  publishableKey: string,
  subtle: Pick<SubtleCrypto, 'digest'> | undefined,
): Promise<string> => {
  if (!subtle) throw new TypeError('crypto.subtle is missing: this page is not served by https')
  const bytes = Uint8Array.from(publishableKey, character => character.charCodeAt(0))
  return `_${toBase64Url(await subtle.digest('SHA-1', bytes)).slice(0, 8)}`
}

/** True in a frame within a page of another origin. */
export const isEmbeddedIn = (window: {
  readonly location?: { readonly origin: string }
  readonly top?: { readonly location?: { readonly origin: string } } | null
}): boolean => {
  try {
    const { top = null, location } = window
    return top !== null && top.location?.origin !== location?.origin
  } catch {
    // What another origin has must not be looked at.
    return true
  }
}
