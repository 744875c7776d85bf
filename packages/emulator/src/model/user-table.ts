import { identifiersOf, normalEmail, normalPhone } from './identifiers.ts'
import { createRecordTable, type RecordTable } from './record-table.ts'
import type { UserRecord } from './records/user.ts'

/**
 * The users by id, and by what they sign in with: a lookup costs the same however many there are. A
 * record whose identifiers were changed is found by them once the change is settled, or `set`.
 */
export interface UserTable extends RecordTable<UserRecord> {
  /** The user with this email address, phone number, wallet or username, however it is written. */
  holderOf(identifier: string): UserRecord | undefined
}

export const createUserTable = (): UserTable => {
  const table = createRecordTable<UserRecord>()
  const idOf = new Map<string, string>()
  const namesOf = new Map<string, readonly string[]>()
  const forget = (id: string) => {
    for (const name of namesOf.get(id) ?? []) if (idOf.get(name) === id) idOf.delete(name)
    namesOf.delete(id)
  }
  const know = (user: UserRecord) => {
    const { id } = user
    forget(id)
    const names = identifiersOf(user)
    for (const name of names) idOf.set(name, id)
    namesOf.set(id, names)
  }
  return {
    ...table,
    set: user => {
      know(user)
      table.set(user)
    },
    settle: () => {
      const changes = table.settle()
      for (const { record } of changes) if (record) know(record)
      return changes
    },
    delete: id => {
      forget(id)
      table.delete(id)
    },
    clear: () => {
      idOf.clear()
      namesOf.clear()
      table.clear()
    },
    holderOf: identifier => {
      const id = idOf.get(normalEmail(identifier)) ?? idOf.get(normalPhone(identifier) ?? '')
      return id === undefined ? undefined : table.get(id)
    },
  }
}
