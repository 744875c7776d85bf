import { toErrorRecord } from '../errors.ts'
import type { ErrorRecord } from '../records.ts'
import type { Status } from '../state.ts'
import type { Recipe } from '../store.ts'

/** The same failure again is no news. */
export const setConnection =
  (status: Status, error: ErrorRecord | null = null): Recipe =>
  ({ connection }) => {
    connection.status = status
    if (connection.error?.code === error?.code && connection.error?.status === error?.status) return
    connection.error = error && toErrorRecord(error)
  }
