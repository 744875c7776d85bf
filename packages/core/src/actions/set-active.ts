import { ClienteleError } from '../errors.ts'
import type { Kernel } from '../kernel.ts'
import { selectSession, selectUser } from '../selectors/sessions.ts'
import { setActiveSession } from '../slices/sessions.ts'
import { mutate } from './mutate.ts'
import { readClient } from './read-client.ts'
import { withRecovery } from './recover.ts'
import { getToken } from './session/get-token.ts'
import { sessionPath } from './session/path.ts'

export interface SetActiveParams {
  /**
   * The session, or its id; `null` works signed out without ending anything; left out, the one that
   * is active.
   */
  readonly session?: string | { readonly id: string } | null | undefined
  /** Id or slug of an organization; `null` is the personal account; left out, as it was. */
  readonly organization?: string | null | undefined
}

const unknown = () => new ClienteleError('session_not_found', 'This client has no such session')

/**
 * The id, once it is known to be one of ours: a session that was just made may not have been seen
 * yet.
 */
const findSession = async (kernel: Kernel, id: string): Promise<string> => {
  const known = () => selectSession(kernel.store.getState(), id) !== undefined
  if (!known()) await withRecovery(kernel, () => readClient(kernel))
  if (!known()) throw unknown()
  return id
}

/**
 * An id is taken at its word: the server knows of memberships that are newer than what is known
 * here.
 */
const toOrganizationId = (
  { store }: Kernel,
  sessionId: string,
  organization: SetActiveParams['organization'],
): string | null => {
  const state = store.getState()
  const session = selectSession(state, sessionId)
  if (organization === undefined) return session?.lastActiveOrganizationId ?? null
  if (organization === null || organization.startsWith('org_')) return organization
  const { organizationMemberships = [] } = (session && selectUser(state, session)) ?? {}
  const membership = organizationMemberships.find(each => each.organization.slug === organization)
  if (membership) return membership.organization.id
  throw new ClienteleError(
    'organization_not_found',
    'The user of this session has no organization with that slug',
  )
}

/**
 * Makes a session the one to work with, and resolves when its token is ready too.
 *
 * @throws ClienteleError `session_not_found` for an id that the server does not know on this
 * client, and `organization_not_found` for a slug that the user has no membership for.
 * @throws TypeError when there is no session to act on.
 */
export const setActive = async (
  kernel: Kernel,
  { session, organization }: SetActiveParams,
): Promise<void> => {
  const { activeId } = kernel.store.getState().sessions
  if (session === null) return kernel.store.commit(setActiveSession(null))
  const asked =
    session === undefined ? activeId : typeof session === 'string' ? session : session.id
  if (asked === null)
    throw new TypeError('setActive needs a session: nobody is signed in, so say which one')
  const id = await findSession(kernel, asked)
  const organizationId = toOrganizationId(kernel, id, organization)
  await mutate(kernel, {
    method: 'POST',
    path: sessionPath(id, 'touch'),
    body: {
      activeOrganizationId: organizationId,
      intent: organization === undefined ? 'select_session' : 'select_org',
    },
    subject: 'session',
    intent: 'setActive',
    finish: error => (error ? [] : [setActiveSession(id)]),
  })
  await getToken(kernel, id, {})
}
