type Dated<Record> = {
  [Name in keyof Record]: Name extends `${string}At` ? (null extends Record[Name] ? Date | null : Date) : Record[Name]
}

/** The record with a Date for every time in it (a field whose name ends in `At`), made once, as a view is. */
export const withDates = <Record extends object>(record: Record): Dated<Record> =>
  Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name,
      name.endsWith('At') && typeof value === 'number' ? new Date(value) : value,
    ]),
  ) as Dated<Record> // as: what the mapping above does to the type
