/** A record with a Date in place of each time. */
export type Dated<Record> = {
  [Name in keyof Record]: Name extends `${string}At`
    ? null extends Record[Name]
      ? Date | null
      : Date
    : Record[Name]
}

/**
 * Puts a Date in place of every time (a field whose name ends in `At`). The object must be a fresh
 * one of the caller's: a copy of a copy would have a shape of its own in V8, at two kilobytes each.
 */
export const withDates = <Record extends object>(fresh: Record): Dated<Record> => {
  const dated = fresh as { [name: string]: unknown } // as: to be written into, by name
  for (const [name, value] of Object.entries(dated))
    if (name.endsWith('At') && typeof value === 'number') dated[name] = new Date(value)
  return dated as Dated<Record> // as: what the loop does to the type
}
