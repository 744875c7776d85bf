import { createRecordTable, type RecordTable } from './record-table.ts'
import { type RecordOf, schemas, type TableName } from './schemas.ts'
import { createUserTable, type UserTable } from './user-table.ts'

/** What an instance knows, as plain JSON records in tables by id. Times are epoch milliseconds. */
export type Database = {
  readonly [Name in TableName]: Name extends 'users' ? UserTable : RecordTable<RecordOf<Name>>
}

export const createDatabase = (): Database => {
  const names = Object.keys(schemas)
  const tables = Object.fromEntries(names.map(name => [name, createRecordTable()]))
  return { ...tables, users: createUserTable() } as Database // as: a table for each schema
}
