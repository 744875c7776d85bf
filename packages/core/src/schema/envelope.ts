import { absent, list, optional, withFields } from './field.ts'
import { lazily } from './lazily.ts'
import { object } from './zod.ts'

/**
 * Whatever an answer may wrap. Its `response` and `client` are read as they are: an absent part
 * stays absent, which is not the same as null.
 */
export const EnvelopeJson = lazily(() => object({ meta: optional(object({})) }))

/** An error answer: `ClerkErrors` of the published description. */
export const ErrorsJson = withFields(({ text, optionalText, plainText }) =>
  object({
    errors: list(
      object({
        code: text,
        message: plainText,
        long_message: absent(text),
        meta: absent(object({})),
      }),
    ),
    clerk_trace_id: optionalText,
  }),
)
