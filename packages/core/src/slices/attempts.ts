import type { ErrorRecord } from '../records.ts'
import type { AttemptsSlice } from '../state.ts'
import type { Recipe } from '../store.ts'

export type AttemptKind = keyof AttemptsSlice

export const setAttempt =
  <Kind extends AttemptKind>(kind: Kind, data: AttemptsSlice[Kind]['data']): Recipe =>
  draft => {
    const attempt = draft.attempts[kind]
    // Forgotten here while it was on its way.
    if (data?.id !== attempt.discardedId) attempt.data = data
  }

/** The next action has begun: the error of the last one is over. */
export const setFetching =
  (kind: AttemptKind): Recipe =>
  draft => {
    draft.attempts[kind].fetchStatus = 'fetching'
    draft.attempts[kind].error = null
  }

export const setIdle =
  (kind: AttemptKind, error: ErrorRecord | null = null): Recipe =>
  draft => {
    draft.attempts[kind].fetchStatus = 'idle'
    draft.attempts[kind].error = error
  }

/** What was prepared last, so that only the same again counts as a resend. */
export const setPrepared =
  (kind: AttemptKind, prepared: string): Recipe =>
  draft => {
    draft.attempts[kind].prepared = prepared
  }

/**
 * Forgets the attempt, here and at once; its id is remembered so that no later answer brings it
 * back.
 */
export const clearAttempt =
  (kind: AttemptKind): Recipe =>
  draft => {
    const attempt = draft.attempts[kind]
    attempt.discardedId = attempt.data?.id ?? attempt.discardedId
    attempt.data = null
    attempt.prepared = null
    attempt.error = null
  }
