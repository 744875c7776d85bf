import { requireLoaded } from '../../actions/load.ts'
import { ClienteleError } from '../../errors.ts'
import type { Kernel } from '../../kernel.ts'
import type { Intent } from '../../request/intent.ts'
import { perform } from '../../request/pipeline.ts'
import { readAgain } from '../../request/recovery.ts'
import { isSignedIn, selectSession } from '../../selectors/sessions.ts'

/** The account of the user of one session. */
export interface Subject {
  readonly kernel: Kernel
  readonly sessionId: string
}

/**
 * The session that asks: this one, or the active one.
 *
 * @throws ClienteleError `signed_out`, or why the client is not known.
 */
export const requireSessionId = async (
  kernel: Kernel,
  sessionId: string | undefined,
): Promise<string> => {
  kernel.lifetime.throwIfAborted()
  await requireLoaded(kernel)
  const state = kernel.store.getState()
  const id = sessionId ?? state.sessions.activeId
  if (id !== null && isSignedIn(selectSession(state, id))) return id
  throw new ClienteleError(
    'signed_out',
    sessionId === undefined
      ? 'Nobody is signed in: an account is changed by its user'
      : 'This session is not signed in',
  )
}

export type Question = Pick<Intent, 'method' | 'path' | 'body' | 'query' | 'raw' | 'name'>

/**
 * Asks as the user of that session; `:session` in the path is its id.
 *
 * Answers carry the client, which enters the store with them. Where one does not, the client is
 * read, so that the store has what was changed.
 *
 * @returns the `response` of the answer.
 */
export const ask = async ({ kernel, sessionId }: Subject, question: Question): Promise<unknown> => {
  let changed = question.method !== 'GET'
  const response = await perform(kernel, {
    ...question,
    scope: 'account',
    path: question.path.replace(':session', encodeURIComponent(sessionId)),
    query: { ...question.query, _clerk_session_id: sessionId },
    onSuccess: ({ client }) => {
      changed &&= client === undefined
      return []
    },
  })
  if (changed) await readAgain(kernel)
  return response
}
