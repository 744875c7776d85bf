import type { ClientSlice } from '../state.ts'

/** A client that the Frontend API has not saved yet. */
export const isNew = ({ id }: Pick<ClientSlice, 'id'>): boolean => !id

const eightDays = 8 * 24 * 60 * 60 * 1000

/**
 * True when the cookie expires within 8 days, that moment included; false when its end is not
 * known. `now` is epoch ms.
 */
export const isEligibleForTouch = (
  { cookieExpiresAt }: Pick<ClientSlice, 'cookieExpiresAt'>,
  now: number,
): boolean => cookieExpiresAt !== null && cookieExpiresAt - now <= eightDays
