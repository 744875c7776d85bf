/** How much of a list is wanted. */
export interface ListOptions {
  /** Only the newest ones, so many. */
  readonly last?: number | undefined
}

/**
 * The newest of a list; all of it when nothing is said. @throws TypeError unless `last` is a whole
 * number.
 */
export const limitToLast = <Item>(
  items: readonly Item[],
  { last }: ListOptions = {},
): readonly Item[] => {
  if (last === undefined) return items
  if (!Number.isInteger(last) || last < 0)
    throw new TypeError(`last must be a whole number, not ${last}.`)
  return last === 0 ? [] : items.slice(-last)
}
