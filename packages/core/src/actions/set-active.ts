import { assertKnown } from '../arguments.ts'
import { ClienteleError, isClienteleError } from '../errors.ts'
import type { Kernel } from '../kernel.ts'
import { perform } from '../request/pipeline.ts'
import { readOrRecover } from '../request/recovery.ts'
import { selectOrganizationId, selectSession, selectUser } from '../selectors/sessions.ts'
import { setActiveSession } from '../slices/sessions.ts'
import { requireLoaded } from './load.ts'
import { getToken } from './session/get-token.ts'
import { sessionPath } from './session/session.ts'

/** What becomes active. */
export interface SetActiveParams {
  /**
   * The session, or its id; `null` works signed out without ending anything; left out, the one that
   * is active.
   */
  readonly session?: string | { readonly id: string } | null | undefined
  /** Id or slug of an organization; `null` is the personal account; left out, as it was. */
  readonly organization?: string | null | undefined
}

/**
 * The id, once it is known to be one of ours: a session that was just made may not have been seen
 * yet.
 */
const findSession = async (kernel: Kernel, id: string): Promise<string> => {
  const isKnown = () => selectSession(kernel.store.getState(), id) !== undefined
  if (!isKnown()) await readOrRecover(kernel)
  if (isKnown()) return id
  throw new ClienteleError('session_not_found', 'This client has no such session')
}

const findOrganizationId = ({ store }: Kernel, sessionId: string, slug: string) => {
  const state = store.getState()
  const session = selectSession(state, sessionId)
  const { organizationMemberships = [] } = (session && selectUser(state, session)) ?? {}
  return organizationMemberships.find(({ organization }) => organization.slug === slug)
    ?.organization.id
}

/**
 * An id is taken at its word: the server knows of memberships that are newer than what is known
 * here. So a slug that is not known is looked for once more.
 */
const toOrganizationId = async (
  kernel: Kernel,
  sessionId: string,
  organization: SetActiveParams['organization'],
): Promise<string | null> => {
  if (organization === undefined) {
    const state = kernel.store.getState()
    const session = selectSession(state, sessionId)
    return session ? selectOrganizationId(state, session) : null
  }
  if (organization === null || organization.startsWith('org_')) return organization
  const find = () => findOrganizationId(kernel, sessionId, organization)
  if (find() === undefined) await readOrRecover(kernel)
  const found = find()
  if (found !== undefined) return found
  throw new ClienteleError('organization_not_found', 'This user has no organization with that slug')
}

/** Looks for what a choice names, in the order of the choices: that is how they are sent. */
const inOrder = <Found>({ choice }: Kernel, find: () => Promise<Found>): Promise<Found> => {
  const found = choice.lookup.then(find)
  choice.lookup = found.catch(() => {})
  return found
}

/** The token comes with it when it can; a server that fails at that moment makes it no failure. */
const prepareToken = async (kernel: Kernel, id: string): Promise<void> => {
  try {
    await getToken(kernel, id, {})
  } catch (thrown) {
    const isKnown = selectSession(kernel.store.getState(), id) !== undefined
    if (kernel.lifetime.aborted || !isClienteleError(thrown) || !isKnown) throw thrown
  }
}

/**
 * Makes a session the one to work with, and resolves when session and organization are active. Of
 * several calls the last one counts.
 *
 * @throws ClienteleError `session_not_found` for an id that the server does not know on this
 * client, and `organization_not_found` for a slug that the user has no membership for.
 * @throws TypeError when there is no session to act on.
 */
export const setActive = async (kernel: Kernel, params: SetActiveParams): Promise<void> => {
  assertKnown('setActive', params, 'session, organization')
  const { session, organization } = params
  const { store, lifetime } = kernel
  lifetime.throwIfAborted()
  if (session === null) kernel.choice.sessionId = null
  if (session === null || session === undefined) await requireLoaded(kernel)
  if (session === null) {
    if (kernel.choice.sessionId === null) store.commit(setActiveSession(null))
    return
  }
  const asked = session === undefined ? store.getState().sessions.activeId : idOf(session)
  if (typeof asked !== 'string')
    throw new TypeError('setActive() needs a session: give one of client.sessions, or its id')
  kernel.choice.sessionId = asked
  const { id, organizationId } = await inOrder(kernel, async () => {
    const id = await findSession(kernel, asked)
    return { id, organizationId: await toOrganizationId(kernel, id, organization) }
  })
  await perform(kernel, {
    scope: 'sessions',
    name: 'setActive',
    method: 'POST',
    path: sessionPath(id, 'touch'),
    body: {
      activeOrganizationId: organizationId,
      intent: organization === undefined ? 'select_session' : 'select_org',
    },
    resource: 'session',
    onSuccess: () => [
      ...(kernel.choice.sessionId === id ? [setActiveSession(id)] : []),
      ...kernel.hooks.organizationRecipes(id, organizationId),
    ],
  })
  await prepareToken(kernel, id)
}

const idOf = (session: string | { readonly id: string }): string =>
  typeof session === 'string' ? session : session.id
