import type { RecordTable } from '../model/record-table.ts'
import type { ClientRecord } from '../model/records/client.ts'
import type { SignInRecord } from '../model/records/sign-in.ts'
import type { SignUpRecord } from '../model/records/sign-up.ts'
import { moveTo } from './transitions.ts'

type Attempt = SignInRecord | SignUpRecord

/** Makes an attempt the one that a client is on, in place of the one before. */
export const makeCurrent = <Kind extends Attempt>(
  client: ClientRecord,
  table: RecordTable<Kind>,
  slot: 'signInId' | 'signUpId',
  attempt: Kind,
): void => {
  const replaced = table.get(client[slot] ?? '')
  if (replaced) moveTo(replaced, 'abandoned')
  attempt.clientId = client.id
  table.set(attempt)
  client[slot] = attempt.id
}

/** Lets go of an attempt that was handed over to another: it can be handed over once. */
export const detach = (
  client: ClientRecord | null,
  slot: 'signInId' | 'signUpId',
  attempt: Attempt,
): void => {
  moveTo(attempt, 'abandoned')
  if (client?.[slot] === attempt.id) client[slot] = null
}
