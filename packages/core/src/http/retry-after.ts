/**
 * The seconds that a `Retry-After` header asks to wait, in either of its forms (RFC 9110, 10.2.3):
 * a number of seconds, or a date, counted from `now`: epoch ms by the clock of who answered.
 *
 * @returns `undefined` when there is no header or it makes no sense.
 */
export const parseRetryAfter = (header: string | null, now: number): number | undefined => {
  if (header === null) return undefined
  if (/^\s*\d+\s*$/.test(header)) return Number(header)
  // A date begins with the day of the week; `Date.parse` would make one of nearly anything.
  const date = /^\s*[a-z]{3}/i.test(header) ? Date.parse(header) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000))
}
