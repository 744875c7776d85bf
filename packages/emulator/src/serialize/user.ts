import type { EmailAddressRecord, UserRecord } from '../database.ts'

const toEmailAddressJson = (email: EmailAddressRecord) => ({
  id: email.id,
  object: 'email_address',
  email_address: email.emailAddress,
  reserved: false,
  verification: email.verified
    ? {
        object: 'verification_otp',
        status: 'verified',
        strategy: email.verificationStrategy,
        attempts: 1,
        expire_at: email.createdAt,
      }
    : null,
  linked_to: [],
  matches_sso_connection: false,
  created_at: email.createdAt,
  updated_at: email.updatedAt,
})

/** The email address a user is known by. */
export const primaryEmailOf = (user: UserRecord): EmailAddressRecord | undefined =>
  user.emailAddresses.find(({ id }) => id === user.primaryEmailAddressId)

/** A user as section 3.4 has it. Pictures stay empty: an emulator points to no other host. */
export const toUserJson = (user: UserRecord) => ({
  id: user.id,
  object: 'user',
  username: user.username,
  first_name: user.firstName,
  last_name: user.lastName,
  image_url: '',
  has_image: false,
  primary_email_address_id: user.primaryEmailAddressId,
  primary_phone_number_id: null,
  primary_web3_wallet_id: null,
  password_enabled: user.passwordHash !== null,
  password_last_updated_at: user.passwordUpdatedAt,
  two_factor_enabled: false,
  totp_enabled: false,
  backup_code_enabled: false,
  email_addresses: user.emailAddresses.map(toEmailAddressJson),
  phone_numbers: [],
  web3_wallets: [],
  passkeys: [],
  organization_memberships: [],
  external_accounts: [],
  saml_accounts: [],
  enterprise_accounts: [],
  public_metadata: user.publicMetadata,
  unsafe_metadata: user.unsafeMetadata,
  external_id: user.externalId,
  last_sign_in_at: user.lastSignInAt,
  banned: user.banned,
  locked: false,
  lockout_expires_in_seconds: null,
  verification_attempts_remaining: null,
  created_at: user.createdAt,
  updated_at: user.updatedAt,
  delete_self_enabled: true,
  create_organization_enabled: false,
  last_active_at: user.lastSignInAt,
  mfa_enabled_at: null,
  mfa_disabled_at: null,
  legal_accepted_at: user.legalAcceptedAt,
  profile_image_url: '',
})

/** What others may know of a user (section 3.3). */
export const toPublicUserDataJson = (user: UserRecord) => ({
  first_name: user.firstName,
  last_name: user.lastName,
  image_url: '',
  has_image: false,
  identifier: primaryEmailOf(user)?.emailAddress ?? user.username ?? '',
  user_id: user.id,
  username: user.username,
  banned: user.banned,
  profile_image_url: '',
})
