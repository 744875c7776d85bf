import { maskedJson } from './masking.ts'

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
  /**
   * The JSON of the answer, cut after 20,000 characters; `null` where it was none, and for all but
   * the latest requests.
   */
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
  { path, origin, query, body, response: _, ...entry }: Omit<JournalEntry, 'id'>,
  id: number,
): Omit<JournalEntry, 'response'> => ({
  id,
  ...entry,
  path: cutText(path, maxValue, shown),
  origin: origin && cutText(origin, maxValue, shown),
  query: cutFields(query),
  body: cutFields(body),
})

/**
 * The requests of an emulator, oldest first. Only the last ones are kept: at most 10,000 of them,
 * and 8 million characters of JSON, with the latest 4 million characters of answers.
 */
export interface Journal {
  entries(): readonly JournalEntry[]
  add(entry: Omit<JournalEntry, 'id'>): void
  clear(): void
}

const maxEntries = 10_000
const maxSize = 8_000_000
const maxResponses = 4_000_000

/** The latest of what was added, by number, until they are too many or too large. */
const createLatest = <Item>(most: number, largest: number) => {
  const kept = new Map<number, { readonly item: Item; readonly size: number }>()
  let size = 0
  let first = 0 // by number: to ask a map for its oldest key takes long where many were deleted
  let next = 0
  return {
    get: (number: number): Item | undefined => kept.get(number)?.item,
    items: (): Item[] => [...kept.values()].map(({ item }) => item),
    /** @returns its number. */
    add: (item: Item, itemSize: number): number => {
      const number = next
      kept.set(number, { item, size: itemSize })
      next += 1
      size += itemSize
      for (; kept.size > most || size > largest; first += 1) {
        size -= kept.get(first)?.size ?? 0
        kept.delete(first)
      }
      return number
    },
    clear: (): void => {
      kept.clear()
      size = 0
      first = next
    },
  }
}

export const createJournal = (): Journal => {
  const requests = createLatest<JournalEntry>(maxEntries, maxSize)
  const responses = createLatest<string>(maxEntries, maxResponses)
  let id = 0
  return {
    entries: requests.items,
    add: given => {
      id += 1
      const entry = cut(given, id)
      const text = cutText(given.response ?? '', maxResponse, maxResponse)
      const number = responses.add(text, text.length)
      const added = {
        ...entry,
        // Secrets are masked when somebody looks: hardly an answer is looked at.
        get response() {
          return maskedJson(responses.get(number) ?? '') || null
        },
      }
      requests.add(Object.freeze(added), JSON.stringify(entry).length)
    },
    clear: () => {
      requests.clear()
      responses.clear()
      id = 0
    },
  }
}
