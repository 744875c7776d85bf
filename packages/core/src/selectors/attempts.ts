import type { SignInRecord } from '../records.ts'
import type { State } from '../state.ts'

type Attempt = Pick<SignInRecord, 'status' | 'createdSessionId'>

/**
 * A complete attempt is over as soon as its session is active: the next one starts from the
 * beginning. It is forgotten when that session is left, or gone.
 */
export const isOver = ({ sessions }: State, data: Attempt | null): boolean =>
  (data?.createdSessionId ?? '') === sessions.activeId

const isInProgress = (data: Attempt | null): boolean =>
  data !== null && data.status !== 'complete' && data.status !== 'abandoned'

/** Whether an attempt waits for a step, whichever that is: also for one of a newer server. */
export const isUnfinished = ({ attempts: { signIn, signUp } }: State): boolean =>
  isInProgress(signIn.data) || isInProgress(signUp.data)
