import type { SignInRecord } from '../records.ts'
import type { State } from '../state.ts'
import { isSignedIn, selectSession } from './sessions.ts'

type Attempt = Pick<SignInRecord, 'status' | 'createdSessionId'>

/** One that is not known yet is not gone: the answer that brings it is on its way. */
const isGone = (state: State, id: string): boolean => {
  const session = selectSession(state, id)
  return session !== undefined && !isSignedIn(session)
}

/**
 * A complete attempt is over as soon as its session is active or gone: the next one starts from
 * the beginning.
 */
export const isOver = (state: State, data: Attempt | null): boolean => {
  const id = data?.createdSessionId
  if (data?.status !== 'complete' || !id) return false
  return id === state.sessions.activeId || isGone(state, id)
}

const isInProgress = (data: Attempt | null): boolean =>
  data !== null && data.status !== 'complete' && data.status !== 'abandoned'

/** Whether an attempt waits for a step, whichever that is: also for one of a newer server. */
export const isUnfinished = ({ attempts: { signIn, signUp } }: State): boolean =>
  isInProgress(signIn.data) || isInProgress(signUp.data)
