import * as z from 'zod/mini'
import { withFields } from './field.ts'

/**
 * The client of `GET /v1/client`. Its sessions and attempts are checked one by one, and only those
 * that changed.
 */
export const ClientJson = withFields(({ text, optionalText, optionalNumber, flag }) =>
  z.looseObject({
    id: text,
    last_active_session_id: optionalText,
    last_authentication_strategy: optionalText,
    // 0 is how some servers say that it is not known.
    cookie_expires_at: optionalNumber.check(result => {
      result.value ||= null
    }),
    captcha_bypass: flag,
    created_at: optionalNumber,
    updated_at: optionalNumber,
  }),
)
