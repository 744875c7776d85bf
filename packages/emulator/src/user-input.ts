import { z } from 'zod'
import { freeRecord } from './free-json.ts'
import { normalPhone } from './state/identifiers.ts'
import { isWalletAddress } from './strategies/web3.ts'
import { readInput } from './wrong-input.ts'

export const UserInputSchema = z.strictObject({
  id: z.string().min(1).optional(),
  emailAddress: z.string().includes('@').nullish(),
  emailVerified: z.boolean().optional(),
  phoneNumber: z
    .string()
    .refine(text => normalPhone(text) !== null, 'a number such as +12015550123')
    .nullish(),
  phoneVerified: z.boolean().optional(),
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
  backupCodes: z.array(z.string().min(4)).optional(),
  /** An address that signs as Ethereum's wallets do. */
  web3Wallet: z
    .string()
    .refine(isWalletAddress, 'an address such as 0x and 40 hexadecimal digits')
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
  username: z.string().min(1).nullish(),
  firstName: z.string().nullish(),
  lastName: z.string().nullish(),
  publicMetadata: freeRecord.optional(),
  unsafeMetadata: freeRecord.optional(),
  externalId: z.string().nullish(),
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
