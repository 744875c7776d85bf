import { organizationOf } from '../clientele.ts'
import type { Status } from '../state.ts'
import type { Client } from '../view/client-view.ts'
import { type Identity, toIdentity } from '../view/identity.ts'
import { memo } from '../view/memo.ts'
import type { SignedInSession } from '../view/session-view.ts'
import type { Snapshot } from '../view/snapshot.ts'
import type { ClerkSnapshot, ClerkStatus } from './clerk.ts'
import type { ClientResource } from './client.ts'
import { toOrganization } from './organization.ts'
import type { SignedInSessionResource } from './session.ts'

const statuses: Readonly<Record<Status, ClerkStatus>> = {
  idle: 'loading',
  loading: 'loading',
  ready: 'ready',
  degraded: 'degraded',
  failed: 'error',
}

/** How the store stands with the server, in Clerk's words. */
export const toClerkStatus = (status: Status): ClerkStatus => statuses[status]

/** Shows a snapshot of the store under Clerk's names: the same object for the same data. */
export const createSnapshot = (
  toClient: (client: Client) => ClientResource,
  toSession: (session: SignedInSession) => SignedInSessionResource,
): ((snapshot: Snapshot) => ClerkSnapshot) => {
  const show = memo(
    (
      status: Status,
      client: Client | undefined,
      active: SignedInSession | null | undefined,
      claimed: Identity | null | undefined,
    ): ClerkSnapshot => {
      const session = active && toSession(active)
      const organization = active && organizationOf(active)
      const none = active === undefined ? undefined : null
      return {
        status: toClerkStatus(status),
        client: client && toClient(client),
        session,
        user: session ? session.user : none,
        organization: organization ? toOrganization(organization) : none,
        identity: active === undefined ? claimed : active && toIdentity(active),
      }
    },
  )
  // What a session tells is made of it: it is the same for the same session.
  return ({ status, client, session, identity }) =>
    show(status, client, session, session === undefined ? identity : undefined)
}
