import type { Instance } from '../../model/instance.ts'
import type { RecordOf, TableName } from '../../model/schemas.ts'
import {
  toInvitationWithOrganizationJson,
  toMembershipJson,
  toOrganizationInvitationJson,
  toOrganizationJson,
} from '../backend/organization.ts'
import { toSessionJson } from '../backend/session.ts'
import { toUserJson } from '../backend/user.ts'
import { toDeletedJson } from '../deleted.ts'

/** What is told of a change: `user.created` and the record as a backend sees it. */
export interface WebhookEvent {
  readonly type: string
  readonly data: object
}

/** How the changes of one table become events. */
interface Watched<Name extends TableName> {
  readonly table: Name
  /** What has to be another for an event; everything but the stamp when not set. */
  aspectOf?(record: RecordOf<Name>): string
  /** The event of a record that is new, or changed; `null` for none. */
  eventOf(instance: Instance, record: RecordOf<Name>, isNew: boolean): WebhookEvent | null
  /** The event of a record that is gone; kept beforehand. */
  deletedOf?(instance: Instance, record: RecordOf<Name>): WebhookEvent
}

const watch = <Name extends TableName>(watched: Watched<Name>): Watched<Name> => watched

const verb = (isNew: boolean): string => (isNew ? 'created' : 'updated')

const toSessionData = (instance: Instance, session: RecordOf<'sessions'>) => {
  const user = instance.database.users.get(session.userId)
  const { tasks: _, ...own } = { tasks: null, ...toSessionJson(session) }
  return { ...own, user: user ? toUserJson(instance, user) : null }
}

const toMembershipData = (instance: Instance, membership: RecordOf<'memberships'>) => {
  const user = instance.database.users.get(membership.userId)
  return user
    ? toMembershipJson(instance, user, membership)
    : toDeletedJson('organization_membership', membership.id)
}

// Who has accepted is whoever has proved to own the address.
const toInvitationData = (instance: Instance, invitation: RecordOf<'organizationInvitations'>) => {
  const own = toOrganizationInvitationJson(instance, invitation)
  if (invitation.status !== 'accepted') return own
  const { public_organization_data } = toInvitationWithOrganizationJson(instance, invitation)
  const user = instance.database.users.holderOf(invitation.emailAddress)
  return { ...own, user_id: user?.id ?? '', data: { public_organization_data } }
}

// Sessions that time has ended are told of by nobody.
const toldStatuses: readonly string[] = ['pending', 'ended', 'removed', 'revoked']

const users = watch({
  table: 'users',
  eventOf: (instance, user, isNew) => ({
    type: `user.${verb(isNew)}`,
    data: toUserJson(instance, user),
  }),
  deletedOf: (_, { id, externalId }) => ({
    type: 'user.deleted',
    data: {
      ...toDeletedJson('user', id),
      ...(externalId === null ? {} : { external_id: externalId }),
    },
  }),
})

const sessions = watch({
  table: 'sessions',
  aspectOf: ({ status }) => status,
  eventOf: (instance, session, isNew) => {
    const isTold = isNew || toldStatuses.includes(session.status)
    const name = isNew && session.status === 'active' ? 'created' : session.status
    return isTold ? { type: `session.${name}`, data: toSessionData(instance, session) } : null
  },
})

const organizations = watch({
  table: 'organizations',
  eventOf: (instance, organization, isNew) => ({
    type: `organization.${verb(isNew)}`,
    data: toOrganizationJson(instance, organization),
  }),
  deletedOf: (_, { id, slug }) => ({
    type: 'organization.deleted',
    data: { ...toDeletedJson('organization', id), slug },
  }),
})

const memberships = watch({
  table: 'memberships',
  eventOf: (instance, membership, isNew) => ({
    type: `organizationMembership.${verb(isNew)}`,
    data: toMembershipData(instance, membership),
  }),
  deletedOf: (instance, membership) => ({
    type: 'organizationMembership.deleted',
    data: toMembershipData(instance, membership),
  }),
})

const invitations = watch({
  table: 'organizationInvitations',
  aspectOf: ({ status }) => status,
  eventOf: (instance, invitation, isNew) => ({
    type: `organizationInvitation.${isNew ? 'created' : invitation.status}`,
    data: toInvitationData(instance, invitation),
  }),
})

const waitlist = watch({
  table: 'waitlistEntries',
  eventOf: (_, entry, isNew) => ({
    type: `waitlistEntry.${verb(isNew)}`,
    data: {
      object: 'waitlist_entry',
      id: entry.id,
      email_address: entry.emailAddress,
      status: entry.status,
      created_at: entry.createdAt,
      updated_at: entry.updatedAt,
    },
  }),
})

/** The tables whose changes are told, in the order in which they are. */
export const watchedTables = [
  users,
  sessions,
  organizations,
  memberships,
  invitations,
  waitlist,
] as const
