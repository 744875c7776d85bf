import * as z from 'zod/mini'
import { withFields } from './field.ts'

/** The one answer without an envelope: section 2.1. */
export const TokenJson = withFields(({ text }) => z.looseObject({ jwt: text }))
