import { fromBase64Url, fromUtf8 } from '../base64url.ts'

/** What a publishable key says: the kind of instance and the host of its Frontend API. */
export interface PublishableKey {
  readonly instanceType: 'production' | 'development'
  readonly frontendApi: string
}

const remedy = 'Copy it from your dashboard or from the emulator.'

const refuse = (fault: string): never => {
  // The key itself is never repeated: it may be a secret key put in the wrong place.
  throw new TypeError(`publishableKey ${fault}. ${remedy}`)
}

const decode = (encoded: string): string => {
  try {
    return fromUtf8(fromBase64Url(encoded))
  } catch {
    return refuse('is not valid base64 after its prefix')
  }
}

/**
 * Reads `pk_test_…` or `pk_live_…` followed by base64 of `<host>$`.
 *
 * @throws TypeError that says in which way the key is wrong.
 */
export const parsePublishableKey = (key: unknown): PublishableKey => {
  if (typeof key !== 'string' || key.trim() === '') return refuse('is missing')
  const [prefix, kind, encoded, more] = key.trim().split('_')
  if (prefix === 'sk') return refuse('is a secret key, which must never reach a client')
  if (prefix !== 'pk' || (kind !== 'test' && kind !== 'live'))
    return refuse('must start with pk_test_ or pk_live_')
  if (!encoded || more !== undefined) return refuse('must have exactly three parts joined by "_"')
  const [, frontendApi] = /^([\w.-]+(?::\d+)?)\$$/.exec(decode(encoded)) ?? []
  if (!frontendApi) return refuse('must decode to a host and one "$"')
  return { instanceType: kind === 'live' ? 'production' : 'development', frontendApi }
}
