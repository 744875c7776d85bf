export type Metadata = Readonly<Record<string, unknown>>

export interface EmailAddressRecord {
  id: string
  emailAddress: string
  verified: boolean
  verificationStrategy: string
  createdAt: number
  updatedAt: number
}

export interface PhoneNumberRecord {
  id: string
  /** E.164: `+12015550123`. */
  phoneNumber: string
  verified: boolean
  /** It proves a second factor, and then no first one. */
  reservedForSecondFactor: boolean
  /** Chosen as the one that second factors go to first. */
  defaultSecondFactor: boolean
  createdAt: number
  updatedAt: number
}

export interface Web3WalletRecord {
  id: string
  /** The address, as its owner writes it. */
  web3Wallet: string
  strategy: string
  verified: boolean
  createdAt: number
  updatedAt: number
}

export interface PasskeyRecord {
  id: string
  name: string | null
  /** base64url. */
  credentialId: string
  /** COSE key, base64url. */
  publicKey: string
  signCount: number
  lastUsedAt: number | null
  /** An authenticator has made it: until then it has no key. */
  verified: boolean
  createdAt: number
  updatedAt: number
}

export interface UserRecord {
  id: string
  username: string | null
  firstName: string | null
  lastName: string | null
  /** The picture: its id, and where it is to be had. */
  image: { id: string; url: string } | null
  emailAddresses: EmailAddressRecord[]
  primaryEmailAddressId: string | null
  phoneNumbers: PhoneNumberRecord[]
  primaryPhoneNumberId: string | null
  web3Wallets: Web3WalletRecord[]
  passkeys: PasskeyRecord[]
  passwordHash: string | null
  passwordUpdatedAt: number | null
  /** base32, as authenticator apps take it. */
  totpSecret: string | null
  /** The period of the last code that was accepted: RFC 6238 lets none be used twice. */
  totpUsedPeriod: number | null
  /** Digests of the codes that are left. */
  backupCodes: string[]
  failedAttempts: number
  lockedUntil: number | null
  publicMetadata: Metadata
  unsafeMetadata: Metadata
  externalId: string | null
  banned: boolean
  legalAcceptedAt: number | null
  lastSignInAt: number | null
  createdAt: number
  updatedAt: number
}
