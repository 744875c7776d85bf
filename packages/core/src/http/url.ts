import { encodePairs } from './encode.ts'
import { type PublishableKey, parsePublishableKey } from './publishable-key.ts'

/** The version of the Frontend API that is spoken; sent with every request. */
export const apiVersion = '2026-05-12'

/**
 * Told to the server as `_clerk_js_version`: the version of Clerk's SDK whose requests these
 * are like.
 */
export const sdkVersion = '6.40.0'

/** One Frontend API, as options describe it. */
export interface Instance extends PublishableKey {
  readonly publishableKey: string
  /**
   * Origin and path up to and including `/v1`; the path alone of a proxy that only a page could
   * resolve.
   */
  readonly baseUrl: string
  /**
   * Development instances on Clerk's own hosts know a browser by a token in the query, not by
   * a cookie.
   */
  readonly usesDevBrowser: boolean
  /** Query parameters of every request. */
  readonly always: Readonly<Record<string, string>>
}

export interface InstanceOptions {
  /** `pk_test_…` or `pk_live_…`, which holds the host of the Frontend API. */
  readonly publishableKey: string
  /**
   * Reach the Frontend API through this URL instead: absolute, or a path of the page's own origin.
   */
  readonly proxyUrl?: string | undefined
  /** The domain of a satellite application. */
  readonly domain?: string | undefined
}

// Hosts whose cookies a page on localhost could never see.
const devHosts =
  /(\.(lcl|stg|lclstage|stgstage)\.dev|\.(dev|stg|accounts)\.lclclerk\.com|accounts(stage)?\.dev)$/
/** Hosts of this machine, as an emulator has one. */
export const loopback = /^(127(\.\d+){3}|([\w-]+\.)*localhost)(:\d+)?$/

/** The part of a page's `location` that addresses depend on. */
export type PageLocation = Pick<Location, 'origin' | 'hostname'>

const resolveProxy = (proxyUrl: string, page: PageLocation | undefined): string => {
  const origin = proxyUrl.startsWith('/') ? page?.origin : undefined
  // A server that renders a page has the page's options, and sends nothing by them.
  if (proxyUrl.startsWith('/') && !origin) return proxyUrl.replace(/\/+$/, '')
  let url: URL | undefined
  try {
    url = new URL(proxyUrl, origin)
  } catch {
    // Refused below.
  }
  if (!url || !/^https?:$/.test(url.protocol))
    throw new TypeError('proxyUrl must be an absolute http(s) URL or a path that starts with "/"')
  return url.origin + url.pathname.replace(/\/+$/, '')
}

/**
 * The base URL: the proxy, then the satellite's domain in production, then the key's own
 * host.
 */
const resolveOrigin = (
  { instanceType, frontendApi }: PublishableKey,
  { proxyUrl, domain }: InstanceOptions,
  page: PageLocation | undefined,
): string => {
  if (proxyUrl) return resolveProxy(proxyUrl, page)
  if (domain && instanceType === 'production') return `https://clerk.${domain}`
  if (!loopback.test(frontendApi)) return `https://${frontendApi}`
  const host = page?.hostname ?? ''
  // To cookies, two names of this machine are two sites: that of the page is taken.
  return `http://${loopback.test(host) ? frontendApi.replace(/[^:]+/, host) : frontendApi}`
}

/**
 * The instance that options name.
 *
 * @param page where requests are sent from: this page, when not set.
 * @throws TypeError for a wrong `publishableKey`, `proxyUrl` or `domain`; the text names the
 * remedy.
 */
export const resolveInstance = (
  options: InstanceOptions,
  page: PageLocation | undefined = globalThis.location,
): Instance => {
  const key = parsePublishableKey(options.publishableKey)
  const domain = options.domain?.replace(/^\w+:\/\//, '').replace(/^(clerk\.)+/, '')
  if (domain !== undefined && !/^[\w.-]+(:\d+)?$/.test(domain))
    throw new TypeError('domain must be a bare host name')
  return {
    ...key,
    publishableKey: options.publishableKey.trim(),
    baseUrl: `${resolveOrigin(key, { ...options, domain }, page)}/v1`,
    usesDevBrowser: devHosts.test(key.frontendApi),
    always: {
      __clerk_api_version: apiVersion,
      _clerk_js_version: sdkVersion,
      ...(domain && key.instanceType === 'development' && { __domain: domain }),
    },
  }
}

/**
 * The URL of a path under the base, with the caller's parameters first, then the ones that are
 * always sent.
 *
 * @throws TypeError for a `proxyUrl` that is a path, where there is no page.
 */
export const toUrl = (
  { baseUrl, always }: Instance,
  path: string,
  query: Readonly<Record<string, string>> = {},
): string => {
  if (baseUrl.startsWith('/'))
    throw new TypeError('proxyUrl must be absolute where there is no page')
  return `${baseUrl}${path}?${encodePairs(Object.entries({ ...query, ...always }))}`
}

/** Where the Frontend API is, and what it takes there, for errors that say that it is not there. */
export const addressOf = ({ baseUrl }: Instance): string =>
  baseUrl.startsWith('http:') ? `${baseUrl} (npx @clientele/emulator)` : baseUrl

/** A path of this page as a whole URL; a whole one as it is. */
export const toAbsolute = (url: string): string =>
  globalThis.location ? new URL(url, globalThis.location.href).href : url
