import { withFields } from './field.ts'
import { object } from './zod.ts'

/** What `POST /v1/client/sessions/{id}/tokens` answers, without an envelope. */
export const TokenJson = withFields(({ text }) => object({ jwt: text }))
