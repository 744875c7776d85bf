import type { Instance } from '../instance.ts'
import type { ProviderAccountRecord } from '../records/access.ts'
import type { PasskeyRecord, UserRecord, Web3WalletRecord } from '../records/user.ts'
import { lockedFor } from '../state/lockout.ts'
import { membershipsOf } from '../state/organizations.ts'
import { secondFactorsOf } from '../strategies/second-factors.ts'
import { toEmailAddressJson, toPhoneNumberJson, verified } from './identifications.ts'
import { toMembershipJson } from './organization.ts'

const toWeb3WalletJson = (wallet: Web3WalletRecord) => ({
  id: wallet.id,
  object: 'web3_wallet',
  web3_wallet: wallet.web3Wallet,
  verification: {
    ...verified('verification_web3', wallet.strategy, wallet.createdAt),
    nonce: null,
  },
  created_at: wallet.createdAt,
  updated_at: wallet.updatedAt,
})

const toPasskeyJson = (passkey: PasskeyRecord) => ({
  id: passkey.id,
  object: 'passkey',
  name: passkey.name,
  last_used_at: passkey.lastUsedAt,
  verification: verified('verification_passkey', 'passkey', passkey.createdAt),
  created_at: passkey.createdAt,
  updated_at: passkey.updatedAt,
})

const toExternalAccountJson = (account: ProviderAccountRecord) => ({
  object: 'external_account',
  id: account.id,
  provider: account.strategy,
  identification_id: account.id,
  provider_user_id: account.providerUserId,
  approved_scopes: '',
  email_address: account.emailAddress ?? '',
  first_name: account.firstName ?? '',
  last_name: account.lastName ?? '',
  avatar_url: '',
  image_url: '',
  username: null,
  phone_number: null,
  public_metadata: {},
  label: null,
  verification: {
    ...verified('verification_oauth', account.strategy, account.createdAt),
    error: null,
  },
  created_at: account.createdAt,
  updated_at: account.updatedAt,
})

const externalAccountsOf = ({ database }: Instance, user: UserRecord) =>
  database.providerAccounts
    .where(({ userId, strategy }) => userId === user.id && strategy.startsWith('oauth_'))
    .map(toExternalAccountJson)

/**
 * What a user proves a second factor with, and whether the account is locked for guessing at it.
 */
const protectionOf = (instance: Instance, user: UserRecord) => {
  const seconds = lockedFor(instance, user)
  return {
    totp_enabled: user.totpSecret !== null,
    backup_code_enabled: user.backupCodes.length > 0,
    two_factor_enabled: secondFactorsOf(instance, user, 'needs_second_factor').length > 0,
    locked: seconds !== null,
    lockout_expires_in_seconds: seconds,
  }
}

/** A user as section 3.4 has it. Pictures stay empty: an emulator points to no other host. */
export const toUserJson = (instance: Instance, user: UserRecord) => ({
  id: user.id,
  object: 'user',
  username: user.username,
  first_name: user.firstName,
  last_name: user.lastName,
  image_url: '',
  has_image: false,
  primary_email_address_id: user.primaryEmailAddressId,
  primary_phone_number_id: user.primaryPhoneNumberId,
  primary_web3_wallet_id: user.web3Wallets[0]?.id ?? null,
  password_enabled: user.passwordHash !== null,
  password_last_updated_at: user.passwordUpdatedAt,
  ...protectionOf(instance, user),
  email_addresses: user.emailAddresses.map(email => toEmailAddressJson(instance, email)),
  phone_numbers: user.phoneNumbers.map(phone => toPhoneNumberJson(instance, user, phone)),
  web3_wallets: user.web3Wallets.map(toWeb3WalletJson),
  passkeys: user.passkeys.map(toPasskeyJson),
  organization_memberships: membershipsOf(instance, user.id).map(membership =>
    toMembershipJson(instance, user, membership),
  ),
  external_accounts: externalAccountsOf(instance, user),
  saml_accounts: [],
  enterprise_accounts: [],
  public_metadata: user.publicMetadata,
  unsafe_metadata: user.unsafeMetadata,
  external_id: user.externalId,
  last_sign_in_at: user.lastSignInAt,
  banned: user.banned,
  verification_attempts_remaining: null,
  created_at: user.createdAt,
  updated_at: user.updatedAt,
  delete_self_enabled: instance.settings.deleteSelf,
  create_organization_enabled: instance.settings.createOrganizations,
  last_active_at: user.lastSignInAt,
  mfa_enabled_at: null,
  mfa_disabled_at: null,
  legal_accepted_at: user.legalAcceptedAt,
  profile_image_url: '',
})
