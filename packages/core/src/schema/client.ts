import { withFields } from './field.ts'
import { object } from './zod.ts'

/**
 * The client of `GET /v1/client`. Its sessions and attempts are checked one by one, and only those
 * that changed.
 */
export const ClientJson = withFields(({ text, optionalText, optionalNumber, knownTime, flag }) =>
  object({
    id: text,
    last_active_session_id: optionalText,
    last_authentication_strategy: optionalText,
    cookie_expires_at: knownTime,
    captcha_bypass: flag,
    created_at: optionalNumber,
    updated_at: optionalNumber,
  }),
)
