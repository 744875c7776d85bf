import type { State } from '../state.ts'

/** The last answer was a good one. */
export const isReady = ({ connection }: State): boolean => connection.status === 'ready'
