import { z } from 'zod'
import { address, id, text, time } from '../fields.ts'

/** Who may sign up, or may not: an identifier, or a domain as `*@example.com`. */
export const IdentifierRuleSchema = z.strictObject({
  /** `alid_…` or `blid_…` */
  id,
  list: z.enum(['allow', 'block']),
  identifier: text,
  identifierType: z.enum(['email_address', 'phone_number', 'web3_wallet']),
  createdAt: time,
  updatedAt: time,
})

export interface IdentifierRuleRecord extends z.infer<typeof IdentifierRuleSchema> {}

/** Where native applications may be led back to. */
export const RedirectUrlSchema = z.strictObject({
  /** `ru_…` */
  id,
  url: address,
  createdAt: time,
  updatedAt: time,
})

export interface RedirectUrlRecord extends z.infer<typeof RedirectUrlSchema> {}
