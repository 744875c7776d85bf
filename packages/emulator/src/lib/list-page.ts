/** How much of a list is wanted, and from where. */
export interface ListOptions {
  /** Only the newest ones, so many. */
  readonly last?: number | undefined
  /** At most so many, after `offset`. */
  readonly limit?: number | undefined
  /** How many to leave out first; none when not set. */
  readonly offset?: number | undefined
  /** In the other order: the newest come first, and `offset` counts from them. */
  readonly newestFirst?: boolean | undefined
}

/** Which of a list are wanted, and how much of them. */
export interface SearchOptions extends ListOptions {
  /** What one of its texts has in it, in any case: a part of a name, an address or an id. */
  readonly query?: string | undefined
}

const assertWhole = (name: string, value: number | undefined): void => {
  if (value !== undefined && (!Number.isInteger(value) || value < 0))
    throw new TypeError(`${name} must be a whole number, not ${value}.`)
}

/**
 * The part of a list that is wanted; all of it when nothing is said. @throws TypeError unless its
 * numbers are whole.
 */
export const pageOf = <Item>(
  items: readonly Item[],
  { last, limit, offset = 0, newestFirst = false }: ListOptions = {},
): readonly Item[] => {
  for (const [name, value] of Object.entries({ last, limit, offset })) assertWhole(name, value)
  const newest = last === undefined ? items : last === 0 ? [] : items.slice(-last)
  const ordered = newestFirst ? [...newest].reverse() : newest
  return ordered.slice(offset, limit === undefined ? undefined : offset + limit)
}

/** Whether one of the texts has the query in it, in any case. */
export const matches = (
  texts: readonly (string | null | undefined)[],
  query: string | undefined,
): boolean => {
  const wanted = query?.trim().toLowerCase() ?? ''
  return wanted === '' || texts.some(text => text?.toLowerCase().includes(wanted))
}
