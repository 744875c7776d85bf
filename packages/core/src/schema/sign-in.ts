import * as z from 'zod/mini'
import { arrayOf, list, optional, withFields } from './field.ts'
import { VerificationJson } from './verification.ts'

/** A sign-in of `POST /v1/client/sign_ins`. */
export const SignInJson = withFields(({ text, optionalText }) => {
  const factors = optional(arrayOf(z.looseObject({ strategy: text })))
  return z.looseObject({
    id: text,
    status: text,
    identifier: optionalText,
    supported_identifiers: list(text),
    supported_first_factors: factors,
    supported_second_factors: factors,
    first_factor_verification: optional(VerificationJson()),
    second_factor_verification: optional(VerificationJson()),
    user_data: optional(z.looseObject({})),
    created_session_id: optionalText,
  })
})
