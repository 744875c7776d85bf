import { isObject } from '../is-object.ts'
import type { State } from '../state.ts'
import type { DecodedResponse } from './decode.ts'

/**
 * Whether a good answer to a read carries another client than ours, without sessions, while we hold
 * some. That is what a server says to a request whose credential got lost on the way, or was
 * superseded on the way by a sign-in in another tab, and not how it signs anybody out.
 */
export const isForeignClient = (
  { client, sessions }: State,
  { response }: Pick<DecodedResponse, 'response'>,
): boolean => {
  if (sessions.ids.length === 0) return false
  const given = isObject(response) ? response : {}
  const isEmpty = !(Array.isArray(given.sessions) && given.sessions.length > 0)
  return isEmpty && (given.id ?? null) !== client.id
}

/** The same question of a text, cheaply: false is sure. */
export const mayBeForeignClient = ({ client, sessions }: State, text: string): boolean =>
  sessions.ids.length > 0 && !(client.id !== null && text.includes(client.id))
