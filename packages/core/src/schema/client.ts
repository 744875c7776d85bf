import * as z from 'zod/mini'
import { withFields } from './field.ts'

/**
 * The client of `GET /v1/client`. Its sessions and attempts are checked one by one, and only those
 * that changed.
 */
export const ClientJson = withFields(({ text, optionalText, optionalNumber, flag }) =>
  z.looseObject({
    id: text,
    sessions: z.nullish(z.unknown()),
    sign_in: z.nullish(z.unknown()),
    sign_up: z.nullish(z.unknown()),
    last_active_session_id: optionalText,
    last_authentication_strategy: optionalText,
    // 0 is how some servers say that it is not known.
    cookie_expires_at: optionalNumber.check(z.overwrite(value => value || null)),
    captcha_bypass: flag,
    created_at: optionalNumber,
    updated_at: optionalNumber,
  }),
)
