import * as z from 'zod/mini'
import { absent, lazily, list, optional, withFields } from './field.ts'

/**
 * Whatever an answer may wrap. Its `response` and `client` are read as they are: an absent part
 * stays absent, which is not the same as null.
 */
export const EnvelopeJson = lazily(() => z.looseObject({ meta: optional(z.looseObject({})) }))

/** An error answer: `ClerkErrors` of the published description. */
export const ErrorsJson = withFields(({ text, optionalText, plainText }) =>
  z.looseObject({
    errors: list(
      z.looseObject({
        code: text,
        message: plainText,
        long_message: absent(text),
        meta: absent(z.looseObject({})),
      }),
    ),
    clerk_trace_id: optionalText,
  }),
)
