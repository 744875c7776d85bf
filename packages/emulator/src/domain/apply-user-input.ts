import type { Instance } from '../model/instance.ts'
import { newRecord } from '../model/new-record.ts'
import type { UserRecord } from '../model/records/user.ts'
import { digestBackupCode } from './factors/backup-code.ts'
import { walletStrategyOf } from './factors/strategies.ts'
import { accountOf } from './provider-accounts.ts'
import type { UserInput } from './user-input.ts'
import { digestPassword, newEmailAddress, newPhoneNumber } from './users.ts'

/** Another email address takes the place of the primary one. */
export const applyEmail = (
  instance: Instance,
  user: UserRecord,
  { emailAddress, emailVerified }: UserInput,
): void => {
  if (emailAddress === undefined) return
  const others = user.emailAddresses.filter(({ id }) => id !== user.primaryEmailAddressId)
  const primary =
    emailAddress === null
      ? null
      : newEmailAddress(instance, emailAddress, { verified: emailVerified })
  user.emailAddresses = primary ? [primary, ...others] : others
  user.primaryEmailAddressId = user.emailAddresses[0]?.id ?? null
}

const applyPhones = (instance: Instance, user: UserRecord, input: UserInput): void => {
  const { phoneNumber, phoneVerified, secondFactorPhoneNumber } = input
  const replace = (reservedForSecondFactor: boolean, number: string | null | undefined) => {
    if (number === undefined) return
    const others = user.phoneNumbers.filter(
      phone => phone.reservedForSecondFactor !== reservedForSecondFactor,
    )
    const given = { verified: phoneVerified, reservedForSecondFactor }
    user.phoneNumbers =
      number === null ? others : [...others, newPhoneNumber(instance, number, given)]
  }
  replace(false, phoneNumber)
  replace(true, secondFactorPhoneNumber)
  user.primaryPhoneNumberId =
    user.phoneNumbers.find(phone => !phone.reservedForSecondFactor)?.id ?? null
}

const applyDevices = (instance: Instance, user: UserRecord, input: UserInput): void => {
  const { totpSecret, backupCodes, web3Wallet, passkeys } = input
  if (totpSecret !== undefined) user.totpSecret = totpSecret
  if (backupCodes !== undefined) user.backupCodes = backupCodes.map(digestBackupCode)
  if (web3Wallet !== undefined)
    user.web3Wallets = web3Wallet
      ? [
          {
            ...newRecord(instance, 'idn'),
            web3Wallet,
            strategy: walletStrategyOf(web3Wallet) ?? '',
            verified: true,
          },
        ]
      : []
  if (passkeys !== undefined)
    user.passkeys = passkeys.map(given => ({
      ...given,
      ...newRecord(instance, 'idn'),
      name: 'Passkey',
      signCount: 0,
      lastUsedAt: null,
      verified: true,
    }))
}

const applyExternalAccounts = (
  instance: Instance,
  user: UserRecord,
  { externalAccounts }: UserInput,
): void => {
  if (externalAccounts === undefined) return
  const before = instance.database.providerAccounts.where(({ userId }) => userId === user.id)
  for (const account of before) account.userId = null
  const [email] = user.emailAddresses
  for (const { provider, emailAddress = email?.emailAddress } of externalAccounts) {
    const { firstName, lastName } = user
    accountOf(instance, `oauth_${provider}`, { emailAddress, firstName, lastName }).userId = user.id
  }
}

const applyLock = (
  { clock, settings }: Instance,
  user: UserRecord,
  { locked }: UserInput,
): void => {
  if (locked === undefined) return
  user.failedAttempts = locked ? settings.lockoutAttempts : 0
  user.lockedUntil = locked ? clock.now() + settings.lockoutDuration : null
}

/** What is more than a value to be replaced. */
export const applyRest = (instance: Instance, user: UserRecord, input: UserInput): void => {
  applyPhones(instance, user, input)
  applyDevices(instance, user, input)
  applyExternalAccounts(instance, user, input)
  applyLock(instance, user, input)
}

export const applyPassword = (
  instance: Instance,
  user: UserRecord,
  password: UserInput['password'],
): void => {
  if (password === undefined) return
  user.passwordHash = password === null ? null : digestPassword(instance, password)
  user.passwordUpdatedAt = instance.clock.now()
}
