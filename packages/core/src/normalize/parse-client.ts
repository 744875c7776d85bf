import type { SessionRecord } from '../records.ts'
import type { State } from '../state.ts'

/**
 * An answer to `GET /client`: its text, and the text of each of its sessions but the last, if it
 * can be cut so.
 */
export interface SeenAnswer {
  readonly text: string
  readonly sessions: readonly string[]
}

const start = '{"object":"session",'

/** The text up to the first session, each session but the last, and the rest. */
const cut = (text: string) => {
  const first = text.indexOf(`[${start}`) + 1
  const sessions: string[] = []
  let begin = first
  for (;;) {
    const end = text.indexOf(`,${start}`, begin)
    if (end < 0) return { before: text.slice(0, first), sessions, rest: text.slice(begin) }
    sessions.push(text.slice(begin, end))
    begin = end + 1
  }
}

/** The record that says what this text says, if it is the text that the record was made of. */
const findRecord = (
  text: string,
  index: number,
  count: number,
  seen: readonly string[],
  { ids, byId }: State['sessions'],
): SessionRecord | undefined => {
  // Counted from the end as well: one may have come or gone.
  const at = [index, index + seen.length - count].find(place => seen[place] === text)
  return byId[ids[at ?? -1] ?? '']
}

/**
 * Parses the body of `GET /client`, one session at a time: a session whose text is the one that
 * `state` has its record from is not parsed, and that record itself stands in its place. Whatever
 * cannot be cut so is parsed as a whole.
 *
 * Where each part is JSON by itself, and the rest is with the parts left out, the whole is what
 * they are together.
 *
 * @param seen the answer that `state` was taken from, or nothing when it says more by now.
 * @throws SyntaxError for what is no JSON.
 */
export const parseClient = (
  text: string,
  seen: SeenAnswer | null,
  { sessions, users }: State,
): { readonly body: unknown; readonly seen: SeenAnswer } => {
  try {
    const { before, sessions: texts, rest } = cut(text)
    // A mark in their place tells whether these are the client's, and not something else that holds
    // such things.
    if (JSON.parse(`${before}0]}}`).response.sessions[0] !== 0) throw new SyntaxError()
    const body = JSON.parse(before + rest)
    const { length } = sessions.ids
    // Of a session that came twice, or of a user with two sessions, the record may be the other
    // one's.
    const apart = seen?.sessions.length === length - 1 && Object.keys(users.byId).length === length
    const known = apart ? seen.sessions : []
    const parts = texts.map(
      (part, index) => findRecord(part, index, texts.length, known, sessions) ?? JSON.parse(part),
    )
    body.response.sessions = parts.concat(body.response.sessions)
    return { body, seen: { text, sessions: texts } }
  } catch {
    return { body: JSON.parse(text), seen: { text, sessions: [] } }
  }
}
