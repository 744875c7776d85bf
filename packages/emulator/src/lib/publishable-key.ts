/** A host, with its port or without. */
export const domainPattern = /^[\w.-]+(:\d+)?$/

/**
 * The publishable key of an instance whose Frontend API answers at `host`.
 *
 * @param host such as `clerk.emulator.test`, `127.0.0.1:4000` or `localhost:4000`.
 * @throws TypeError when no client could use the key.
 */
export const publishableKeyFor = (host: string, kind: 'test' | 'live' = 'test'): string => {
  if (!domainPattern.test(host))
    throw new TypeError(`A publishable key needs a host such as 127.0.0.1:4000, not ${host}.`)
  return `pk_${kind}_${btoa(`${host}$`).replace(/=+$/, '')}`
}

/**
 * The host that a publishable key encodes.
 *
 * @throws TypeError when it is not a publishable key.
 */
export const hostOf = (publishableKey: string): string => {
  const [prefix, kind, encoded, ...rest] = publishableKey.trim().split('_')
  const host =
    prefix === 'pk' && (kind === 'test' || kind === 'live') && rest.length === 0
      ? decode(encoded)
      : null
  if (!host?.endsWith('$'))
    throw new TypeError('publishableKey must be pk_test_ and base64 of the host and "$".')
  return host.slice(0, -1)
}

const decode = (encoded: string | undefined): string | null => {
  try {
    return atob(encoded ?? '')
  } catch {
    return null
  }
}

/**
 * The secret key of the instance at `host`: what a backend sends. It is made of the host as the
 * publishable key is, so it keeps nothing secret.
 */
export const secretKeyFor = (host: string): string =>
  `sk_test_${btoa(`emulator:${host}$`).replace(/[^A-Za-z0-9]/g, '')}`

/** Whether a key is that of a development instance, whatever its host. */
export const isDevelopmentKey = (publishableKey: string): boolean =>
  publishableKey.startsWith('pk_test_')

// Hosts with these endings are development instances in the cloud: their clients keep a dev-browser
// token.
const devBrowserSuffixes = [
  '.lcl.dev',
  '.stg.dev',
  '.lclstage.dev',
  '.stgstage.dev',
  '.dev.lclclerk.com',
  '.stg.lclclerk.com',
  '.accounts.lclclerk.com',
  'accountsstage.dev',
  'accounts.dev',
]

/** Whether clients of this host identify themselves by a dev-browser token instead of a cookie. */
export const usesDevBrowser = (host: string): boolean =>
  devBrowserSuffixes.some(suffix => host.endsWith(suffix))
