import { arrayOf, list, optional, withFields } from './field.ts'
import { VerificationJson } from './verification.ts'
import { object } from './zod.ts'

/** A sign-in of `POST /v1/client/sign_ins`. */
export const SignInJson = withFields(({ text, optionalText }) => {
  const factors = optional(arrayOf(object({ strategy: text })))
  return object({
    id: text,
    status: text,
    identifier: optionalText,
    supported_identifiers: list(text),
    supported_first_factors: factors,
    supported_second_factors: factors,
    first_factor_verification: optional(VerificationJson()),
    second_factor_verification: optional(VerificationJson()),
    user_data: optional(object({})),
    created_session_id: optionalText,
  })
})
