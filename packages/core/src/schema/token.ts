import * as z from 'zod/mini'
import { withFields } from './field.ts'

/** What `POST /v1/client/sessions/{id}/tokens` answers, without an envelope. */
export const TokenJson = withFields(({ text }) => z.looseObject({ jwt: text }))
