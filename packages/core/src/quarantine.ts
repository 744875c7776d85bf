import type { WireAnswer } from './http/transport.ts'
import type { State } from './state.ts'

/** The client in an answer to `GET /client`, as far as it matters here. */
const readAnswer = (
  text: string,
): { readonly id: unknown; readonly empty: boolean } | undefined => {
  try {
    const { response } = JSON.parse(text)
    return { id: response?.id, empty: !(response?.sessions?.length > 0) }
  } catch {
    return undefined
  }
}

/**
 * Whether a good answer carries another client than ours, without sessions, while we hold some.
 * That is what a server says to a request whose credential got lost on the way, or was superseded
 * on the way by a sign-in in another tab, and not how it signs anybody out.
 */
export const isForeign = ({ client, sessions }: State, { status, text }: WireAnswer): boolean => {
  if (status >= 300 || sessions.ids.length === 0) return false
  if (client.id !== null && text.includes(client.id)) return false
  const answer = readAnswer(text)
  return answer?.empty === true && answer.id !== client.id
}
