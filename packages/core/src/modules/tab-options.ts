/** What `tabs`, `locks` and `pin` take together: one object may be given to all of them. */
export const tabOptions = 'activeSession, channel, page, locks, storage'
