import { z } from 'zod'
import { isHeaderText } from '../../lib/one-line.ts'
import { id, orNull, text, time } from '../fields.ts'

export const DevBrowserSchema = z.strictObject({
  // it is sent in a header
  id: id.refine(isHeaderText, 'ASCII, in one line'),
  clientId: orNull(text),
  createdAt: time,
})
