import { makeCookieSuffix } from '../http/modes/cookie-attributes.ts'
import { readCookie } from '../http/modes/cookie-jar.ts'
import type { Instance } from '../http/url.ts'
import { isObject } from '../is-object.ts'

/** A request as servers have it: `Request`, Node’s own, or no more than its headers. */
export interface StateRequest {
  /** Only `cookie` is read; names in lower case where it is a plain object. */
  readonly headers:
    | Pick<Headers, 'get'>
    | Readonly<Record<string, string | readonly string[] | undefined>>
}

/** What a visitor's cookies say. Secret: kept in this call and nowhere else. */
export interface Credential {
  /** `__client`: the client itself, where the Frontend API is on this site. */
  readonly clientToken: string
  /** The id of a development browser, where the instance uses one. */
  readonly devBrowser: string | undefined
  /** The token in `__session`. */
  readonly sessionToken: string
  /** Epoch seconds of the client's last change, as `__client_uat` says; 0 is signed out. */
  readonly updatedAt: number | undefined
}

const hasGet = (headers: StateRequest['headers']): headers is Pick<Headers, 'get'> =>
  isObject(headers) && typeof headers.get === 'function'

/** @throws TypeError for what is no request. */
const readHeader = ({ headers }: StateRequest): string => {
  if (!isObject(headers))
    throw new TypeError('readState() takes a request, or an object with its headers')
  const given = hasGet(headers) ? headers.get('cookie') : headers.cookie
  return typeof given === 'string' ? given : (given ?? []).join('; ')
}

const decode = (value: string): string => {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** The cookies of this instance: those whose names end with its suffix before the plain ones. */
export const readCredential = async (
  request: StateRequest,
  { publishableKey, usesDevBrowser }: Instance,
): Promise<Credential> => {
  const jar = { cookie: readHeader(request) }
  const suffix = await makeCookieSuffix(publishableKey, globalThis.crypto?.subtle).catch(() => '')
  const read = (name: string) => decode(readCookie(jar, name + suffix) || readCookie(jar, name))
  const updatedAt = read('__client_uat')
  return {
    clientToken: usesDevBrowser ? '' : readCookie(jar, '__client'),
    devBrowser: (usesDevBrowser && read('__clerk_db_jwt')) || undefined,
    sessionToken: read('__session'),
    updatedAt: /^\d+$/.test(updatedAt) ? Number(updatedAt) : undefined,
  }
}
