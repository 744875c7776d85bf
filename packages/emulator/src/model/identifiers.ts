import type { EmailAddressRecord, UserRecord } from './records/user.ts'

/** The email address a user is known by. */
export const primaryEmailOf = (user: UserRecord): EmailAddressRecord | undefined =>
  user.emailAddresses.find(({ id }) => id === user.primaryEmailAddressId)

/** Email addresses are compared, and kept, in lower case. */
export const normalEmail = (text: string): string => text.trim().toLowerCase()

/** A phone number in E.164, however it was written; `null` for what is none. */
export const normalPhone = (text: string): string | null => {
  const digits = text.replace(/[\s().-]/g, '')
  return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : null
}

// What was added and never verified belongs to nobody: anyone could claim it.
const isOwned =
  ({ primaryEmailAddressId, primaryPhoneNumberId }: UserRecord) =>
  (each: { id: string; verified: boolean }): boolean =>
    each.verified || each.id === primaryEmailAddressId || each.id === primaryPhoneNumberId

/** What a user signs in with, as it is compared. */
export const identifiersOf = (user: UserRecord): string[] => [
  ...(user.username === null ? [] : [user.username.toLowerCase()]),
  ...user.emailAddresses.filter(isOwned(user)).map(({ emailAddress }) => emailAddress),
  ...user.phoneNumbers.filter(isOwned(user)).map(({ phoneNumber }) => phoneNumber),
  ...user.web3Wallets
    .filter(({ verified }) => verified)
    .map(({ web3Wallet }) => web3Wallet.toLowerCase()),
]
