import * as z from 'zod/mini'
import { lazily, list, withFields } from './field.ts'

/**
 * Whatever an answer may wrap. An absent part stays absent, which is not the same as
 * null.
 */
export const EnvelopeJson = lazily(() =>
  z.looseObject({
    response: z.optional(z.unknown()),
    client: z.optional(z.unknown()),
    meta: z.nullish(z.looseObject({ client: z.optional(z.unknown()) })),
  }),
)

/** An error answer: `ClerkErrors` of the published description. */
export const ErrorsJson = withFields(({ text, optionalText, plainText }) =>
  z.looseObject({
    errors: list(
      z.looseObject({
        code: text,
        message: plainText,
        long_message: z.nullish(text),
        meta: z.nullish(z.looseObject({})),
      }),
    ),
    clerk_trace_id: optionalText,
  }),
)
