import { assertKnown } from '../../arguments.ts'
import type { Kernel } from '../../kernel.ts'
import type { Intent } from '../../request/intent.ts'
import { perform } from '../../request/pipeline.ts'
import { selectOrganizationId, selectSession } from '../../selectors/sessions.ts'
import { dropSessions } from '../../slices/sessions.ts'

/** The path of a session, or of a verb on it. */
export const sessionPath = (id: string, verb = ''): string =>
  `/client/sessions/${encodeURIComponent(id)}${verb && `/${verb}`}`

/** What a touch tells the server. */
export interface TouchParams {
  /** What the user did: came back to the page, or chose a session or an organization. */
  readonly intent?: 'focus' | 'select_session' | 'select_org' | undefined
}

/** Tells the server that a session is in use. A touch for focus yields to whatever else waits. */
export const touchSession = async (
  kernel: Kernel,
  id: string,
  params: TouchParams = {},
): Promise<unknown> => {
  assertKnown('touch', params, 'intent')
  const { intent } = params
  const state = kernel.store.getState()
  const session = selectSession(state, id)
  return perform(kernel, {
    scope: 'sessions',
    method: 'POST',
    path: sessionPath(id, 'touch'),
    body: {
      activeOrganizationId: session ? selectOrganizationId(state, session) : null,
      intent,
    },
    resource: 'session',
    priority: intent === 'focus' ? 'background' : 'user',
  })
}

const signOutIntent = (id: string, verb: 'end' | 'remove'): Intent => ({
  scope: 'sessions',
  method: 'POST',
  path: sessionPath(id, verb),
  resource: 'session',
  priority: 'urgent',
  onStaleSuccess: () => [dropSessions([id])],
})

/** Signs one session out. Leaves at once. */
export const endSession = (kernel: Kernel, id: string): Promise<unknown> =>
  perform(kernel, signOutIntent(id, 'end'))

/** Takes one session off this client. Leaves at once. */
export const removeSession = (kernel: Kernel, id: string): Promise<unknown> =>
  perform(kernel, signOutIntent(id, 'remove'))

/** Fetches one session; the answer carries the whole client, so it has a slot like a mutation. */
export const reloadSession = (
  kernel: Kernel,
  id: string,
  query: Intent['query'],
): Promise<unknown> =>
  perform(kernel, {
    scope: 'sessions',
    method: 'GET',
    path: sessionPath(id),
    query,
    resource: 'session',
  })
