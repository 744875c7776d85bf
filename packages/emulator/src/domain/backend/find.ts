import { resourceNotFound } from '../../lib/api-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { RecordOf, TableName } from '../../model/schemas.ts'

/** The record of this id. @throws ApiError 404 when there is none. */
export const findRecord = <Name extends TableName>(
  { database }: Instance,
  table: Name,
  what: string,
  id: string,
): RecordOf<Name> => {
  // as: the table of a name holds the records of that name
  const found = database[table].get(id) as RecordOf<Name> | undefined
  if (!found) throw resourceNotFound(what, id)
  return found
}
