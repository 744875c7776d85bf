import type { ErrorRecord } from '../records.ts'
import { isSignedIn, selectSession } from '../selectors/sessions.ts'
import type { AttemptSlice, AttemptsSlice, State } from '../state.ts'
import type { Draft, Recipe } from '../store.ts'

export type AttemptKind = keyof AttemptsSlice

const kinds = ['signIn', 'signUp'] as const

export const setAttempt =
  <Kind extends AttemptKind>(kind: Kind, data: AttemptsSlice[Kind]['data']): Recipe =>
  draft => {
    const attempt = draft.attempts[kind]
    // Reset here while it was on its way.
    if (data?.id !== attempt.discardedId) attempt.data = data
  }

/** The next action has begun: the error of the last one is over. */
export const setFetching =
  (kind: AttemptKind): Recipe =>
  draft => {
    draft.attempts[kind].fetchStatus = 'fetching'
    draft.attempts[kind].error = null
  }

/** An action is over. @param fetchStatus `fetching` while another one is under way. */
export const setSettled =
  (
    kind: AttemptKind,
    fetchStatus: AttemptSlice<unknown>['fetchStatus'],
    error: ErrorRecord | null,
  ): Recipe =>
  draft => {
    draft.attempts[kind].fetchStatus = fetchStatus
    draft.attempts[kind].error = error
  }

/** What was prepared last, so that only the same again counts as a resend. */
export const setPrepared =
  (kind: AttemptKind, prepared: string, resendAt: number | null): Recipe =>
  draft => {
    draft.attempts[kind].prepared = prepared
    draft.attempts[kind].resendAt = resendAt
  }

const forget = (attempt: Draft['attempts'][AttemptKind]) => {
  attempt.discardedId = attempt.data?.id ?? attempt.discardedId
  attempt.data = null
  attempt.prepared = null
  attempt.resendAt = null
  attempt.error = null
}

/**
 * Forgets the attempt, here and at once; its id is remembered so that no later answer brings it
 * back. What is under way for it is void.
 */
export const clearAttempt =
  (kind: AttemptKind): Recipe =>
  draft => {
    forget(draft.attempts[kind])
    draft.attempts[kind].fetchStatus = 'idle'
  }

/** An attempt that was never shown here is not shown later either. */
export const discardAttempt =
  (kind: AttemptKind, id: string): Recipe =>
  draft => {
    draft.attempts[kind].discardedId = id
  }

/** Forgets attempts by the session that they made. */
const forgetMade = (
  { attempts }: Draft,
  isOver: (sessionId: string, kind: AttemptKind) => boolean,
) => {
  for (const kind of kinds) {
    const id = attempts[kind].data?.createdSessionId
    if (id && isOver(id, kind)) forget(attempts[kind])
  }
}

/** The attempt that made a session is over once that was used: it must not ask to use it again. */
export const dropAttemptsOf =
  (sessionId: string | null): Recipe =>
  draft =>
    forgetMade(draft, id => id === sessionId)

/**
 * A complete attempt is forgotten together with the session that it made, so that the next person
 * finds neither a finished form nor somebody else's name.
 *
 * @param before the state in which it may have been known.
 * @param isWhole all sessions of the client are known now.
 */
export const dropEndedAttempts =
  (before: State, isWhole: boolean): Recipe =>
  draft =>
    forgetMade(
      draft,
      (id, kind) =>
        !isSignedIn(selectSession(draft, id)) &&
        (isSignedIn(selectSession(before, id)) ||
          (isWhole && before.attempts[kind].data === draft.attempts[kind].data)),
    )
