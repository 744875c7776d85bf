import { z } from 'zod'
import { readInput } from '../lib/input-errors.ts'
import { matches } from '../lib/list-page.ts'
import { fitsPattern, isRoutePattern } from '../lib/route-pattern.ts'
import type { JournalEntry } from '../model/journal.ts'

const RequestFilterSchema = z.strictObject({
  /** The logical method. */
  method: z.string().optional(),
  /** As faults have it: `/v1/client/sessions/:id/tokens`, `/v1/*`. */
  path: z
    .string()
    .refine(isRoutePattern, 'a path such as /v1/client/sessions/:id/tokens or /v1/*')
    .optional(),
  /** HTTP status of the answer. */
  status: z.number().int().optional(),
  /** Only answers with this status or a higher one: 400 for what was refused. */
  minStatus: z.number().int().optional(),
  /** Who was signed in. */
  userId: z.string().optional(),
  /** What the method and the path together have in them, in any case. */
  query: z.string().optional(),
})

export const ExpectedRequestsSchema = RequestFilterSchema.extend({
  /** How many there have to be; one or more when not set. */
  count: z.number().int().nonnegative().optional(),
})

/** Which requests are meant; all of it must fit. */
export type RequestFilter = z.infer<typeof RequestFilterSchema>
/** Which requests are waited for, and how many. */
export type ExpectedRequests = z.infer<typeof ExpectedRequestsSchema>

/** There were other requests than expected. */
export class UnexpectedRequests extends Error {
  override readonly name = 'AssertionError'
}

/** The requests so far, oldest first, with every secret masked. */
export interface RequestLog extends ReadonlyArray<JournalEntry> {
  /**
   * Expects such requests.
   *
   * @returns them.
   * @throws an AssertionError that lists what was asked instead.
   * @example
   * emulator.requests.expect({ method: 'POST', path: '/v1/client/sessions/:id/tokens', count: 1 })
   */
  expect(expected: ExpectedRequests): readonly JournalEntry[]
}

const fits =
  ({ method, path, status, minStatus = 0, userId, query }: RequestFilter) =>
  (entry: JournalEntry): boolean =>
    (method === undefined || entry.method === method) &&
    (path === undefined || fitsPattern(path, entry.path)) &&
    (status === undefined || entry.status === status) &&
    entry.status >= minStatus &&
    (userId === undefined || entry.userId === userId) &&
    matches([`${entry.method} ${entry.path}`], query)

/** @throws WrongInput that names each wrong field. */
export const filterRequests = (
  entries: readonly JournalEntry[],
  filter: RequestFilter,
): readonly JournalEntry[] => entries.filter(fits(readInput(RequestFilterSchema, 'filter', filter)))

const lines = (entries: readonly JournalEntry[]): string =>
  entries
    .slice(-20)
    .map(({ method, path, status }) => `\n  ${method} ${path} ${status}`)
    .join('')

const expectRequests = (
  entries: readonly JournalEntry[],
  expected: ExpectedRequests,
): readonly JournalEntry[] => {
  const { count, ...filter } = readInput(ExpectedRequestsSchema, 'expectation', expected)
  const found = entries.filter(fits(filter))
  if (count === undefined ? found.length > 0 : found.length === count) return found
  const wanted = `${count ?? 'one or more'} of ${JSON.stringify(filter)}`
  throw new UnexpectedRequests(
    `Expected ${wanted}, and there were ${found.length}. The last requests:${lines(entries)}`,
  )
}

/** The entries as a list of its own; what it can do does not show in comparisons. */
export const toRequestLog = (entries: readonly JournalEntry[]): RequestLog => {
  const expect = (expected: ExpectedRequests) => expectRequests(entries, expected)
  const log = Object.defineProperty([...entries], 'expect', { value: expect })
  return log as readonly JournalEntry[] as RequestLog // as: the line before has added it
}
