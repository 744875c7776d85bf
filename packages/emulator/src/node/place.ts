import { hostOf } from '../lib/publishable-key.ts'
import { type Certificate, keptCertificate } from './tls/kept-certificate.ts'

/** Where a server listens. */
export interface Place {
  /** The IPv4 address. */
  readonly address: string
  /** By which clients reach it. */
  readonly name: string
}

/** @throws TypeError for a host that does not lead to this machine. */
export const placeOf = (host = '127.0.0.1'): Place => {
  // For browsers the name and the address are different sites: the name that was given stands.
  if (/^([\w-]+\.)*localhost$/.test(host)) return { address: '127.0.0.1', name: host }
  if (!/^\d+(\.\d+){3}$/.test(host))
    throw new TypeError(
      'host must be an IPv4 address such as 127.0.0.1, or a name such as app.localhost, ' +
        `not ${host}.`,
    )
  return { address: host, name: host === '0.0.0.0' ? '127.0.0.1' : host }
}

/**
 * The certificate to serve with, and the file in which it is kept if it was made here; `null`
 * without TLS.
 */
export const certificateOf = async (
  tls: boolean | Certificate,
  publishableKey: string | undefined,
  { name }: Place,
): Promise<(Certificate & { readonly file: string | null }) | null> => {
  if (typeof tls === 'object') return { ...tls, file: null }
  if (!tls) return null
  // Browsers that are led here for the host in the key look for its name.
  const host = publishableKey === undefined ? name : hostOf(publishableKey)
  return keptCertificate(host.replace(/:\d+$/, ''))
}
