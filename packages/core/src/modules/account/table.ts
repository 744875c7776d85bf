import type { Params } from '../../http/encode.ts'
import type { WireRequest } from '../../http/transport.ts'

/** What an answer is shown as. */
export type Kind = 'user' | 'item' | 'list' | 'page' | 'verification'

/** How a method asks; `:id` in a path is its first argument. */
export type Row = readonly [
  method: WireRequest['method'],
  path: string,
  kind: Kind,
  /** What must be given; `null` where nothing is taken, and what is given is left alone. */
  needs?: string | null | undefined,
  defaults?: Params,
]

const me = '/me'
const emails = `${me}/email_addresses`
const phones = `${me}/phone_numbers`
const passkeys = `${me}/passkeys`
const accounts = `${me}/external_accounts`
const wallets = `${me}/web3_wallets`
const prepare = '/:id/prepare_verification'
const attempt = '/:id/attempt_verification'
const verify = '/client/sessions/:session/verify'

/** The methods that send what they are given, and show the answer. */
export const table = {
  reload: ['GET', me, 'user', null],
  delete: ['DELETE', me, 'item', null],
  updateMetadata: ['PATCH', `${me}/metadata`, 'user', 'unsafeMetadata'],
  updatePassword: ['POST', `${me}/change_password`, 'user', 'newPassword'],
  removePassword: ['POST', `${me}/remove_password`, 'user'],
  createEmailAddress: ['POST', emails, 'item', 'email'],
  prepareEmailAddressVerification: ['POST', emails + prepare, 'item', 'strategy'],
  attemptEmailAddressVerification: ['POST', emails + attempt, 'item', 'code'],
  deleteEmailAddress: ['DELETE', `${emails}/:id`, 'item', null],
  createPhoneNumber: ['POST', phones, 'item', 'phoneNumber'],
  preparePhoneNumberVerification: [
    'POST',
    phones + prepare,
    'item',
    null,
    { strategy: 'phone_code' },
  ],
  attemptPhoneNumberVerification: ['POST', phones + attempt, 'item', 'code'],
  updatePhoneNumber: ['PATCH', `${phones}/:id`, 'item'],
  deletePhoneNumber: ['DELETE', `${phones}/:id`, 'item', null],
  createTotp: ['POST', `${me}/totp`, 'item', null],
  verifyTotp: ['POST', `${me}/totp/attempt_verification`, 'item', 'code'],
  disableTotp: ['DELETE', `${me}/totp`, 'item', null],
  createBackupCodes: ['POST', `${me}/backup_codes`, 'item', null],
  updatePasskey: ['PATCH', `${passkeys}/:id`, 'item', 'name'],
  deletePasskey: ['DELETE', `${passkeys}/:id`, 'item', null],
  createWeb3Wallet: ['POST', wallets, 'item', 'web3Wallet'],
  prepareWeb3WalletVerification: ['POST', wallets + prepare, 'item', 'strategy'],
  attemptWeb3WalletVerification: ['POST', wallets + attempt, 'item', 'signature'],
  deleteWeb3Wallet: ['DELETE', `${wallets}/:id`, 'item', null],
  createExternalAccount: ['POST', accounts, 'item'],
  reauthorizeExternalAccount: ['PATCH', `${accounts}/:id/reauthorize`, 'item', 'redirectUrl'],
  deleteExternalAccount: ['DELETE', `${accounts}/:id`, 'item', null],
  revokeSession: ['POST', `${me}/sessions/:id/revoke`, 'item', null],
  getOrganizationMemberships: ['GET', `${me}/organization_memberships`, 'page'],
  getOrganizationInvitations: ['GET', `${me}/organization_invitations`, 'page'],
  getOrganizationSuggestions: ['GET', `${me}/organization_suggestions`, 'page'],
  acceptInvitation: ['POST', `${me}/organization_invitations/:id/accept`, 'item', null],
  acceptSuggestion: ['POST', `${me}/organization_suggestions/:id/accept`, 'item', null],
  leaveOrganization: ['DELETE', `${me}/organization_memberships/:id`, 'item', null],
  createOrganization: ['POST', '/organizations', 'item', 'name'],
  startVerification: ['POST', verify, 'verification', 'level'],
  prepareFirstFactorVerification: [
    'POST',
    `${verify}/prepare_first_factor`,
    'verification',
    'strategy',
  ],
  attemptFirstFactorVerification: [
    'POST',
    `${verify}/attempt_first_factor`,
    'verification',
    'strategy',
  ],
  prepareSecondFactorVerification: [
    'POST',
    `${verify}/prepare_second_factor`,
    'verification',
    'strategy',
  ],
  attemptSecondFactorVerification: [
    'POST',
    `${verify}/attempt_second_factor`,
    'verification',
    'strategy',
  ],
} as const satisfies Readonly<Record<string, Row>>
