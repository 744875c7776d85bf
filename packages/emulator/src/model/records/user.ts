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
  /** `user_…` */
  id: string
  /** Unique in the instance, in any case. */
  username: string | null
  /** `null` where it was not given. */
  firstName: string | null
  /** `null` where it was not given. */
  lastName: string | null
  /** The picture: its id, and where it is to be had. */
  image: {
    /** `img_…` */
    id: string
    /** Absolute. */
    url: string
  } | null
  /** Verified or not. */
  emailAddresses: EmailAddressRecord[]
  /** One of `emailAddresses`. */
  primaryEmailAddressId: string | null
  /** Verified or not. */
  phoneNumbers: PhoneNumberRecord[]
  /** One of `phoneNumbers`. */
  primaryPhoneNumberId: string | null
  /** Verified or not. */
  web3Wallets: Web3WalletRecord[]
  /** Of all devices. */
  passkeys: PasskeyRecord[]
  passwordHash: string | null
  /** Epoch milliseconds; `null` without a password. */
  passwordUpdatedAt: number | null
  /** base32, as authenticator apps take it. */
  totpSecret: string | null
  /** The period of the last code that was accepted: RFC 6238 lets none be used twice. */
  totpUsedPeriod: number | null
  /** Digests of the codes that are left. */
  backupCodes: string[]
  /** Wrong passwords and second factors in a row. */
  failedAttempts: number
  /** Epoch milliseconds; `null` while the user is not locked. */
  lockedUntil: number | null
  /** What a backend keeps with the user. */
  publicMetadata: Metadata
  /** What the application keeps with the user, who may change it. */
  unsafeMetadata: Metadata
  /** The user's id in a backend of the application. */
  externalId: string | null
  /** Cannot sign in. */
  banned: boolean
  /** Epoch milliseconds; `null` while they were not. */
  legalAcceptedAt: number | null
  /** Epoch milliseconds; `null` while the user never did. */
  lastSignInAt: number | null
  /** Epoch milliseconds. */
  createdAt: number
  /** Epoch milliseconds. */
  updatedAt: number
}
