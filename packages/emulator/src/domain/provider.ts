import type { Instance } from '../model/instance.ts'
import type { ProviderAccountRecord } from '../model/records/provider-account.ts'
import { withQuery } from './factors/return-url.ts'
import { accountOf, accountsAt, type ProviderIdentity } from './provider-accounts.ts'
import { findPendingRedirect } from './provider-callback.ts'

/** What a provider's page knows of who comes there. */
export interface Visit {
  /** `oauth_google`, `enterprise_sso`, …. */
  readonly strategy: string
  readonly accounts: readonly ProviderAccountRecord[]
}

/**
 * The emulated providers: all of them, at once.
 *
 * @throws ApiError 403 for a `state` that belongs to no attempt.
 */
export const visitProvider = (instance: Instance, state: string): Visit => {
  const { strategy } = findPendingRedirect({ instance }, state).verification
  return { strategy, accounts: accountsAt(instance, strategy) }
}

const callback = (base: string, values: Readonly<Record<string, string>>): string =>
  withQuery(`${base}/v1/oauth_callback`, values)

/** Says yes: the caller is who has this account. Gives where the browser goes with that answer. */
export const approve = (
  instance: Instance,
  base: string,
  state: string,
  identity: ProviderIdentity,
): string => {
  const { verification } = findPendingRedirect({ instance }, state)
  const code = instance.ids.secret('oauth-code')
  if (verification.status === 'unverified') {
    verification.identificationId = accountOf(instance, verification.strategy, identity).id
    verification.nonce = code
  }
  return callback(base, { state, code })
}

/** Says no: the person did not want to (`access_denied`), or the provider failed. */
export const decline = (
  base: string,
  state: string,
  error: 'access_denied' | 'server_error',
): string => callback(base, { state, error })
