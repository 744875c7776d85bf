import type { FormField } from '../field-names.ts'
import { isObject } from '../is-object.ts'

/** What was typed into a form, by the names of its fields: a `FormData`, or an object. */
export type FormValues = Iterable<readonly [string, unknown]> | Readonly<Record<string, unknown>>

/** The same as an object. */
export type Values = Readonly<Record<string, unknown>>

const isIterable = (given: FormValues): given is Iterable<readonly [string, unknown]> =>
  Symbol.iterator in given

/** @throws TypeError for what has no fields. */
export const readValues = (given: FormValues): Values => {
  if (!isObject(given))
    throw new TypeError('submit() takes a FormData, or an object of what was typed')
  return isIterable(given) ? Object.fromEntries(given) : given
}

/** What is no text, such as a file, is as good as empty. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What is to be typed where the server lists no fields. */
export const asked: Readonly<Record<'nothing' | 'password' | 'code', readonly FormField[]>> = {
  nothing: Object.freeze([]),
  password: Object.freeze(['password']),
  code: Object.freeze(['code']),
}
