import { list, optional, withFields } from './field.ts'
import { VerificationJson } from './verification.ts'
import { object } from './zod.ts'

/**
 * The description says `password_enabled` where Clerk's SDK reads `has_password`.
 */
export const SignUpJson = withFields(({ text, optionalText, optionalNumber, flag, metadata }) => {
  const verification = optional(VerificationJson())
  return object({
    id: text,
    status: text,
    required_fields: list(text),
    optional_fields: list(text),
    missing_fields: list(text),
    unverified_fields: list(text),
    verifications: optional(
      object({
        email_address: verification,
        phone_number: verification,
        web3_wallet: verification,
        external_account: verification,
      }),
    ),
    username: optionalText,
    email_address: optionalText,
    phone_number: optionalText,
    web3_wallet: optionalText,
    first_name: optionalText,
    last_name: optionalText,
    has_password: flag,
    unsafe_metadata: metadata,
    created_session_id: optionalText,
    created_user_id: optionalText,
    abandon_at: optionalNumber,
    legal_accepted_at: optionalNumber,
    locale: optionalText,
  })
})
