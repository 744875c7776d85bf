import type { ExternalAccount } from '../domain/account/external-accounts.ts'
import { verified } from './identifications.ts'
import { toVerificationJson } from './verification.ts'

const verificationOf = ({ account, pending }: ExternalAccount) => {
  if (pending) return toVerificationJson(pending.verification)
  if (!account) return null
  return { ...verified('verification_oauth', account.strategy, account.createdAt), error: null }
}

/**
 * An account at a provider. One that is only begun says nothing of who it is, and where its user is
 * to go.
 */
export const toExternalAccountJson = (external: ExternalAccount) => {
  const { id, account, pending } = external
  const strategy = account?.strategy ?? pending?.verification.strategy ?? ''
  const at = pending?.verification.sentAt ?? 0
  return {
    object: 'external_account',
    id,
    provider: strategy,
    identification_id: id,
    provider_user_id: account?.providerUserId ?? '',
    approved_scopes: account?.approvedScopes ?? '',
    email_address: account?.emailAddress ?? '',
    first_name: account?.firstName ?? '',
    last_name: account?.lastName ?? '',
    avatar_url: '',
    image_url: '',
    username: null,
    phone_number: null,
    public_metadata: {},
    label: null,
    verification: verificationOf(external),
    created_at: account?.createdAt ?? at,
    updated_at: account?.updatedAt ?? at,
  }
}
