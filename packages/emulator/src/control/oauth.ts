import { approve, decline } from '../domain/provider.ts'
import type { ProviderIdentity } from '../domain/provider-accounts.ts'
import type { Instance } from '../model/instance.ts'

/**
 * Answers for the emulated providers, without their page. Each gives the address at which the
 * browser brings the answer.
 */
export interface OAuthControl {
  /**
   * Says who it is.
   *
   * @param url the `external_verification_redirect_url` of an attempt.
   * @throws ApiError when no attempt waits there.
   */
  approve(url: string | URL, identity: ProviderIdentity): string
  /** The person did not want to: the attempt gets the error `oauth_access_denied`. */
  deny(url: string | URL): string
  /** The provider failed: the attempt gets the error `external_account_error`. */
  fail(url: string | URL): string
}

const read = (url: string | URL): { base: string; state: string } => {
  const { origin, pathname, searchParams } = new URL(url)
  return {
    base: origin + pathname.replace(/\/__emulator\/.*$/, ''),
    state: searchParams.get('state') ?? '',
  }
}

export const createOAuthControl = (instance: Instance): OAuthControl => ({
  approve: (url, identity) => {
    const { base, state } = read(url)
    return instance.change(() => approve(instance, base, state, identity))
  },
  deny: url => {
    const { base, state } = read(url)
    return decline(base, state, 'access_denied')
  },
  fail: url => {
    const { base, state } = read(url)
    return decline(base, state, 'server_error')
  },
})
