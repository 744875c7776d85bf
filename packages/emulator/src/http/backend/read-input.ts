import type { Context } from 'hono'
import { z } from 'zod'
import type { Params } from '../../domain/params.ts'
import type { ApiError } from '../../lib/api-error.ts'
import {
  paramFormatInvalid,
  paramMissing,
  paramTypeInvalid,
  paramUnknown,
} from '../../lib/api-errors.ts'
import { freeRecord } from '../../lib/free-json.ts'
import { readParams } from '../params.ts'
import type { Env } from '../request-context.ts'

type Issue = z.core.$ZodIssue

const isAbsent = (input: unknown, path: readonly PropertyKey[]): boolean => {
  const found = path.reduce<unknown>(
    (parent, key) =>
      typeof parent === 'object' && parent !== null ? Reflect.get(parent, key) : undefined,
    input,
  )
  return found === undefined
}

const toApiError = (issue: Issue, input: unknown): ApiError => {
  const name = issue.path.filter(key => typeof key === 'string').join('.') || 'body'
  if (issue.code === 'unrecognized_keys') return paramUnknown(String(issue.keys[0]).slice(0, 100))
  if (issue.code !== 'invalid_type') return paramFormatInvalid(name, issue.message)
  if (isAbsent(input, issue.path)) return paramMissing(name)
  return paramTypeInvalid(name, `of the type ${issue.expected}`)
}

const read = <Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> => {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const [first] = result.error.issues
  throw first ? toApiError(first, input) : paramTypeInvalid('body', 'an object')
}

/** The JSON of a request. @throws ApiError 422 that names a field that is missing or wrong. */
export const bodyOf = <Schema extends z.ZodType>(
  c: Context<Env>,
  schema: Schema,
): z.output<Schema> => read(schema, c.env.incoming.json ?? {})

/** For a request that takes no fields. @throws ApiError 422 for one that has some. */
export const assertNoBody = (c: Context<Env>): void => {
  bodyOf(c, z.strictObject({}))
}

/** A value of a query; the last of several. */
export const one = z.array(z.string()).transform(values => values.at(-1) ?? '')
/** All values of a query. */
export const many = z.array(z.string())
/** Whether something is so: `true` or `false`. */
export const flag = one.pipe(z.enum(['true', 'false'])).transform(text => text === 'true')
/** A time: ms since 1970. */
export const milliseconds = one.pipe(z.string().regex(/^\d{1,15}$/, 'a number')).transform(Number)

/** The query of a request, of which what is not in the schema is left out. @throws ApiError 422. */
export const queryOf = <Shape extends z.ZodRawShape>(c: Context<Env>, shape: Shape) => {
  const values = new Map<string, string[]>()
  for (const [name, value] of c.env.incoming.url.searchParams) {
    const key = name.replace(/\[\]$/, '')
    values.set(key, [...(values.get(key) ?? []), value])
  }
  return read(z.object(shape), Object.fromEntries(values))
}

/** Fields that are texts, for what reads the forms of the Frontend API. */
export const textsOf = (fields: Readonly<Record<string, string | null | undefined>>): Params =>
  readParams(
    Object.entries(fields).flatMap(([name, text]) =>
      text === undefined ? [] : [[name, text ?? ''] as const],
    ),
    Object.keys(fields),
  )

// What bodies are made of.

export const text = z.string().min(1, 'a text that is not empty').max(10_000, 'a shorter text')
export const optionalText = z.string().max(10_000, 'a shorter text').nullish()
export const optionalFlag = z.boolean().nullish()
export const optionalRecord = freeRecord.nullish()
/** s or days; at least one. */
export const optionalAmount = z.number().int().positive().nullish()
/** A moment as text (RFC 3339), as ms since 1970. */
export const optionalMoment = z
  .string()
  .refine(moment => !Number.isNaN(Date.parse(moment)), 'a date and time (RFC 3339)')
  .transform(moment => Date.parse(moment))
  .nullish()
