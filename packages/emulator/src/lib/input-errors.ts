import type { z } from 'zod'
import { knownNames } from './known-names.ts'

/** What is wrong with one field. `path` leads to it: `['users', 0, 'emailAddress']`. */
export interface InputIssue {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

const said = ({ path, message }: InputIssue, subject: string): string =>
  `${path.map(String).join('.') || subject}: ${message}`

/** What was handed in is wrong: the message names every wrong field. */
export class WrongInput extends TypeError {
  override readonly name = 'TypeError'

  constructor(
    /** What was handed in: `user`, `fault`, …. */
    readonly subject: string,
    readonly issues: readonly InputIssue[],
  ) {
    super(`Wrong ${subject}: ${issues.map(issue => said(issue, subject)).join('; ')}.`)
  }
}

/** No record has this id. */
export class UnknownRecord extends TypeError {
  override readonly name = 'TypeError'

  constructor(what: string, id: string) {
    super(`There is no ${what} ${id}: take an id from list().`)
  }
}

// A key that is unknown is an issue of its own, and not of the object it stands in.
const toIssues = (schema: z.ZodType, issue: z.core.$ZodIssue): InputIssue[] => {
  if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, message: issue.message }]
  const known = knownNames(schema, issue.path).join(', ')
  const message = known === '' ? 'is not known here' : `is not known here, but ${known}`
  return issue.keys.map(key => ({ path: [...issue.path, key], message }))
}

/**
 * What was handed in, once it fits its schema.
 *
 * @throws WrongInput that names each wrong field.
 */
export const readInput = <Schema extends z.ZodType>(
  schema: Schema,
  subject: string,
  input: unknown,
): z.output<Schema> => {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw new WrongInput(
    subject,
    result.error.issues.flatMap(issue => toIssues(schema, issue)),
  )
}
