import { arrayOf, list, optional, withFields } from './field.ts'
import { object } from './zod.ts'

/**
 * A session of `GET /v1/client`. Its user and its token are checked with {@link WholeSessionJson}:
 * they are kept apart. Asked for is what says which session it is and whether it is live. An actor
 * is free-form data of the application.
 */
export const SessionJson = withFields(
  ({ text, number, optionalText, plainTime, flag, plainText }) =>
    object({
      id: text,
      status: text,
      expire_at: number,
      abandon_at: number,
      last_active_at: plainTime,
      last_active_organization_id: optionalText,
      actor: optional(object({})),
      tasks: optional(list(object({ key: text }))),
      factor_verification_age: optional(arrayOf(number)),
      public_user_data: optional(
        object({
          first_name: optionalText,
          last_name: optionalText,
          image_url: plainText,
          has_image: flag,
          identifier: plainText,
        }),
      ),
      created_at: plainTime,
      updated_at: plainTime,
    }),
)

/** How a session arrives, before its parts are taken apart. */
export const WholeSessionJson = withFields(({ text }) =>
  object({
    id: text,
    user: optional(object({ id: text })),
    last_active_token: optional(object({ jwt: text })),
  }),
)
