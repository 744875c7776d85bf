import { markChanged } from '../model/changes.ts'
import type { Instance } from '../model/instance.ts'
import type { RecordTable } from '../model/record-table.ts'
import type { ClientRecord } from '../model/records/client.ts'

interface Attempt {
  readonly id: string
  clientId: string
  status: string
}

/** Makes an attempt the one that a client is on, in place of the one before. */
export const adopt = <Kind extends Attempt>(
  instance: Instance,
  client: ClientRecord,
  table: RecordTable<Kind>,
  slot: 'signInId' | 'signUpId',
  attempt: Kind,
): void => {
  const replaced = table.get(client[slot] ?? '')
  if (replaced) replaced.status = 'abandoned'
  attempt.clientId = client.id
  table.set(attempt)
  client[slot] = attempt.id
  markChanged(instance, client)
}

/** Lets go of an attempt that was handed over to another: it can be handed over once. */
export const release = (
  client: ClientRecord | null,
  slot: 'signInId' | 'signUpId',
  attempt: Attempt,
): void => {
  attempt.status = 'abandoned'
  if (client?.[slot] === attempt.id) client[slot] = null
}
