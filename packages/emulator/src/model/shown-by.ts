import type { Database } from './database.ts'
import type { ClientRecord } from './records/client.ts'
import type { RecordOf, TableName } from './schemas.ts'

/** A record and the table that it is in. */
export interface Shown {
  readonly table: TableName
  readonly id: string
}

const of = (table: TableName, ...ids: readonly string[]): Shown[] => ids.map(id => ({ table, id }))

// Each member sees the organization, how many members there are, and how many are invited.
const membersOf = ({ memberships }: Database, organizationId: string): Shown[] =>
  of(
    'users',
    ...memberships
      .all()
      .filter(membership => membership.organizationId === organizationId)
      .map(({ userId }) => userId),
  )

/** Whether a client has a session of this user, whatever became of it. */
export const hasSessionOf =
  ({ sessions }: Database, userId: string) =>
  ({ sessionIds }: Readonly<ClientRecord>): boolean =>
    sessionIds.some(id => sessions.peek(id)?.userId === userId)

const clientsOf = (database: Database, userId: string): Shown[] =>
  of(
    'clients',
    ...database.clients
      .all()
      .filter(hasSessionOf(database, userId))
      .map(({ id }) => id),
  )

/**
 * What shows a record of a table in its own JSON, and so changes with it. A table that is not here
 * is shown by none.
 */
export const shownBy: {
  readonly [Name in TableName]?: (
    database: Database,
    record: Readonly<RecordOf<Name>>,
    isNew: boolean,
  ) => readonly Shown[]
} = {
  identificationVerifications: (_, { userId }) => of('users', userId),
  memberships: (database, { organizationId, userId }) => [
    ...of('users', userId),
    ...membersOf(database, organizationId),
  ],
  organizationInvitations: (database, { organizationId }) => membersOf(database, organizationId),
  organizations: (database, { id }) => membersOf(database, id),
  providerAccounts: (_, { userId }) => of('users', ...(userId === null ? [] : [userId])),
  reverifications: (_, { id }) => of('sessions', id),
  sessions: (_, { clientId }) => of('clients', clientId),
  signIns: (_, { clientId }) => of('clients', clientId),
  signUps: (_, { clientId }) => of('clients', clientId),
  users: (database, { id }, isNew) => (isNew ? [] : clientsOf(database, id)),
}
