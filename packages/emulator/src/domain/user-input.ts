import { z } from 'zod'
import { freeRecord } from '../lib/free-json.ts'
import { readInput } from '../lib/input-errors.ts'
import { normalPhone } from '../model/identifiers.ts'
import { isWalletAddress } from './factors/strategies.ts'

export const UserInputSchema = z.strictObject({
  /** Made by the instance when not set. */
  id: z.string().min(1).optional(),
  /** Taken by one user at most. */
  emailAddress: z.string().includes('@').nullish(),
  /** True when not set. */
  emailVerified: z.boolean().optional(),
  /** E.164: `+12015550123`; taken by one user at most. */
  phoneNumber: z
    .string()
    .refine(text => normalPhone(text) !== null, 'a number such as +12015550123')
    .nullish(),
  /** True when not set. */
  phoneVerified: z.boolean().optional(),
  /** In plain text; the instance keeps a hash. */
  password: z.string().min(1).nullish(),
  /** A number for codes as a second factor. */
  secondFactorPhoneNumber: z
    .string()
    .refine(text => normalPhone(text) !== null, 'a number such as +12015550123')
    .nullish(),
  /** Secret of an authenticator app, base32 (RFC 4648), as its set-up key shows it. */
  totpSecret: z
    .string()
    .regex(/^[A-Z2-7]{16,}=*$/, 'base32 of at least 80 bits')
    .nullish(),
  /** Each works once. */
  backupCodes: z.array(z.string().min(4)).optional(),
  /** The address of a wallet of Ethereum or Solana. */
  web3Wallet: z
    .string()
    .refine(isWalletAddress, 'an address: 0x and 40 hexadecimal digits, or a Solana key in base58')
    .nullish(),
  /** Passkeys (ES256): the id and the public key as an uncompressed point, both base64url. */
  passkeys: z
    .array(z.strictObject({ credentialId: z.string().min(1), publicKey: z.string().min(1) }))
    .optional(),
  /** Accounts at providers that sign this user in. */
  externalAccounts: z
    .array(
      z.strictObject({
        provider: z.string().min(1),
        emailAddress: z.string().includes('@').optional(),
      }),
    )
    .optional(),
  /** Unique in the instance, in any case. */
  username: z.string().min(1).nullish(),
  /** None when not set. */
  firstName: z.string().nullish(),
  /** None when not set. */
  lastName: z.string().nullish(),
  /** What a backend keeps with the user. */
  publicMetadata: freeRecord.optional(),
  /** What the application keeps with the user, who may change it. */
  unsafeMetadata: freeRecord.optional(),
  /** The user's id in a backend of the application. */
  externalId: z.string().nullish(),
  /** Cannot sign in. */
  banned: z.boolean().optional(),
  /** Locked from now on, as after too many wrong tries. */
  locked: z.boolean().optional(),
})

/**
 * What can be said about a user, all of it optional. The password may be weaker than the instance's
 * policy.
 */
export type UserInput = z.input<typeof UserInputSchema>

/** @throws WrongInput that names each wrong field. */
export const readUserInput = (input: UserInput): UserInput =>
  structuredClone(readInput(UserInputSchema, 'user', input))
