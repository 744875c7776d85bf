/** One request as the emulator understood it; every secret in it is masked. */
export interface JournalEntry {
  /** Counts the requests since the emulator began or was reset: 1 is the first. */
  readonly id: number
  /** Epoch milliseconds. */
  readonly at: number
  /** The logical method: `_method` where it was given. */
  readonly method: string
  /** Without the query. */
  readonly path: string
  /** The query, by its names. */
  readonly query: Readonly<Record<string, string>>
  /** The fields of the form, or of the JSON. */
  readonly body: Readonly<Record<string, string>>
  /** Of the page that asked; `null` where none was told. */
  readonly origin: string | null
  /** HTTP status of the answer. */
  readonly status: number
  /** The first error code of the answer. */
  readonly code: string | null
  /** Who was signed in when it was answered; `null` for nobody. */
  readonly userId: string | null
  /** The JSON of the answer, cut after 20,000 characters; `null` where it was none. */
  readonly response: string | null
}

// What the Frontend API takes is shorter, and refuses what is longer.
const maxValue = 10_000
const maxFields = 100
const maxName = 100
const shown = 1000
const maxResponse = 20_000

const cutText = (text: string, most: number, kept: number): string =>
  text.length > most ? `${text.slice(0, kept)}… (${text.length} characters)` : text

const cutFields = (fields: Readonly<Record<string, string>>): Record<string, string> => {
  const all = Object.entries(fields)
  const more = all.length - maxFields
  const kept = all
    .slice(0, maxFields)
    .map(([name, value]) => [cutText(name, maxName, maxName), cutText(value, maxValue, shown)])
  return Object.fromEntries(more > 0 ? [...kept, ['…', `and ${more} more`]] : kept)
}

/** What is too long in an entry is cut, with a mark that says how long it was. */
const cut = (
  { path, origin, query, body, response, ...entry }: Omit<JournalEntry, 'id'>,
  id: number,
): JournalEntry => ({
  id,
  ...entry,
  path: cutText(path, maxValue, shown),
  origin: origin && cutText(origin, maxValue, shown),
  query: cutFields(query),
  body: cutFields(body),
  response: response && maskedJson(cutText(response, maxResponse, maxResponse)),
})

/**
 * The requests of an emulator, oldest first. Only the last ones are kept: at most 10,000 of them,
 * and 8 million characters of JSON.
 */
export interface Journal {
  entries(): readonly JournalEntry[]
  add(entry: Omit<JournalEntry, 'id'>): void
  clear(): void
}

const maxEntries = 10_000
const maxSize = 8_000_000

export const createJournal = (): Journal => {
  const kept = new Map<number, { readonly entry: JournalEntry; readonly size: number }>()
  let size = 0
  let first = 0 // by number: to ask a map for its oldest key takes long where many were deleted
  let next = 0
  let begin = 0 // what was forgotten does not count
  const dropOldest = () => {
    size -= kept.get(first)?.size ?? 0
    kept.delete(first)
    first += 1
  }
  return {
    entries: () => [...kept.values()].map(({ entry }) => entry),
    add: given => {
      const entry = Object.freeze(cut(given, next + 1 - begin))
      const added = { entry, size: JSON.stringify(entry).length }
      kept.set(next, added)
      next += 1
      size += added.size
      while (kept.size > maxEntries || size > maxSize) dropOldest()
    },
    clear: () => {
      kept.clear()
      size = 0
      first = next
      begin = next
    },
  }
}

const secrets = new Set([
  'password',
  'new_password',
  'current_password',
  'code',
  'token',
  'ticket',
  'state',
  'signature',
  'expired_token',
  'refresh_token',
  'password_digest',
  'totp_secret',
  'backup_codes',
  'signing_key',
  'captcha_token',
  'proof_token',
  'code_verifier',
  'public_key_credential',
  'rotating_token_nonce',
  '__clerk_db_jwt',
  '__dev_session',
  '__clerk_ticket',
  '__clerk_testing_token',
  '__clerk_handshake',
])

/** Parameters as a record without one secret value. A later one of the same name wins. */
export const masked = (params: Iterable<readonly [string, string]>): Record<string, string> =>
  Object.fromEntries([...params].map(([name, value]) => [name, secrets.has(name) ? '***' : value]))

// In answers, `code` is the name of an error, and `state` one of an address.
const answered = [...secrets].filter(name => name !== 'code' && name !== 'state')
const names = [...answered, 'jwt', 'secret', 'client_secret', 'uri', 'codes'].join('|')
const field = new RegExp(`"(${names})":("(?:[^"\\\\]|\\\\.)*"?|\\[[^\\]]*\\]?)`, 'g')
const parameter = new RegExp(`([?&](?:${[...secrets].join('|')})=)[^&"\\s]+`, 'g')
const token = /eyJ[\w-]+\.[\w-]+(\.[\w-]*)?/g

/** A JSON as text without one secret value, also where the text was cut. */
const maskedJson = (json: string): string =>
  json.replace(field, '"$1":"***"').replace(parameter, '$1***').replace(token, '***')
