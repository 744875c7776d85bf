/** Epoch milliseconds as a Date; made once per view, since a view is made once per record. */
export const toDate = (ms: number): Date => new Date(ms)

export const toOptionalDate = (ms: number | null | undefined): Date | null => (ms ? toDate(ms) : null)
