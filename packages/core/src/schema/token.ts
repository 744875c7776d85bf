import * as z from 'zod/mini'
import { text } from './field.ts'

/** The one answer without an envelope: section 2.1. */
export const TokenJson = z.looseObject({ jwt: text })
