import * as z from 'zod/mini'
import { list, optional, optionalText, text } from './field.ts'
import { VerificationJson } from './verification.ts'

const factors = optional(z.array(z.looseObject({ strategy: text })))

/** Section 3.5. */
export const SignInJson = z.looseObject({
  id: text,
  status: text,
  identifier: optionalText,
  supported_identifiers: list(text),
  supported_first_factors: factors,
  supported_second_factors: factors,
  first_factor_verification: optional(VerificationJson),
  second_factor_verification: optional(VerificationJson),
  user_data: optional(z.looseObject({})),
  created_session_id: optionalText,
})
