import { externalAccountsOf } from '../domain/account/external-accounts.ts'
import { mayCreateOrganizations, mayDeleteSelf } from '../domain/account/permissions.ts'
import { passkeysOf } from '../domain/factors/passkey.ts'
import { secondFactorsOf } from '../domain/factors/second-factors.ts'
import { imageUrlOf } from '../domain/image-url.ts'
import { lockedFor } from '../domain/lockout.ts'
import { membershipsOf } from '../domain/organizations.ts'
import type { Instance } from '../model/instance.ts'
import type { UserRecord } from '../model/records/user.ts'
import { toExternalAccountJson } from './external-account.ts'
import { toEmailAddressJson, toPhoneNumberJson } from './identifications.ts'
import { toMembershipJson } from './organization.ts'
import { toPasskeyJson } from './passkey.ts'
import { toWeb3WalletJson } from './web3-wallet.ts'

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

/** A user as `GET /v1/me` answers it, with the picture that was uploaded, if any was. */
export const toUserJson = (instance: Instance, user: UserRecord) => ({
  id: user.id,
  object: 'user',
  username: user.username,
  first_name: user.firstName,
  last_name: user.lastName,
  image_url: imageUrlOf(instance, user),
  has_image: user.image !== null,
  primary_email_address_id: user.primaryEmailAddressId,
  primary_phone_number_id: user.primaryPhoneNumberId,
  primary_web3_wallet_id: user.web3Wallets.find(({ verified }) => verified)?.id ?? null,
  password_enabled: user.passwordHash !== null,
  password_last_updated_at: user.passwordUpdatedAt,
  ...protectionOf(instance, user),
  email_addresses: user.emailAddresses.map(email => toEmailAddressJson(instance, email)),
  phone_numbers: user.phoneNumbers.map(phone => toPhoneNumberJson(instance, user, phone)),
  web3_wallets: user.web3Wallets.map(wallet => toWeb3WalletJson(instance, wallet)),
  passkeys: passkeysOf(user).map(passkey => toPasskeyJson(instance, passkey)),
  organization_memberships: membershipsOf(instance, user.id).map(membership =>
    toMembershipJson(instance, user, membership),
  ),
  external_accounts: externalAccountsOf(instance, user).map(toExternalAccountJson),
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
  delete_self_enabled: mayDeleteSelf(instance, user),
  create_organization_enabled: mayCreateOrganizations(instance, user),
  last_active_at: user.lastSignInAt,
  mfa_enabled_at: null,
  mfa_disabled_at: null,
  legal_accepted_at: user.legalAcceptedAt,
  profile_image_url: imageUrlOf(instance, user),
})
