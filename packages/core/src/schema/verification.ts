import { arrayOf, optional, withFields } from './field.ts'
import { object } from './zod.ts'

/** A verification of a sign-in or a sign-up, which adds the last two. */
export const VerificationJson = withFields(({ text, optionalText, optionalNumber, plainText }) =>
  object({
    status: optionalText,
    strategy: optionalText,
    attempts: optionalNumber,
    expire_at: optionalNumber,
    nonce: optionalText,
    message: optionalText,
    external_verification_redirect_url: optionalText,
    verified_at_client: optionalText,
    error: optional(object({ code: plainText, message: plainText })),
    next_action: optionalText,
    supported_strategies: optional(arrayOf(text)),
  }),
)
