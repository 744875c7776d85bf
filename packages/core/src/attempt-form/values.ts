import { isObject } from '../is-object.ts'

/** What was typed into a form, by the names of its fields: a `FormData`, or an object. */
export type FormValues = Iterable<readonly [string, unknown]> | Readonly<Record<string, unknown>>

const isIterable = (given: FormValues): given is Iterable<readonly [string, unknown]> =>
  Symbol.iterator in given

/**
 * Only what is text or a tick; a box of an HTML form that is ticked is `on`.
 *
 * @throws TypeError for what has no fields.
 */
export const readValues = (given: FormValues): Readonly<Record<string, string | true>> => {
  if (!isObject(given))
    throw new TypeError('submit() takes a FormData, or an object of what was typed')
  const entries = isIterable(given) ? [...given] : Object.entries(given)
  const isValue = (entry: readonly [string, unknown]): entry is [string, string | true] =>
    typeof entry[1] === 'string' || entry[1] === true
  return Object.fromEntries(entries.filter(isValue))
}

/** One that has to be text. */
export const textOf = (value: string | true | undefined): string =>
  typeof value === 'string' ? value : ''
