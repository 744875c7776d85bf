import { lazily } from './lazily.ts'
import { anything, type Checked, check, type Output, read, type Schema } from './zod.ts'

// Schemas are loose about what we do not read and about enum values of a newer server, and strict
// about what we use: each field that may be missing says what stands in for it.

const refuse = ({ issues }: Checked, input: unknown, path: PropertyKey[] = []): undefined => {
  issues.push({ code: 'custom', input, path })
}

/** What a schema makes of a part. Its first fault is enough to refuse the whole. */
const parsePart = <Part extends Schema>(
  whole: Checked,
  schema: Part,
  part: unknown,
  path: PropertyKey[] = [],
): Output<Part> | undefined => {
  const { data, fault } = read(schema, part)
  if (fault) return refuse(whole, part, [...path, ...fault])
  return data
}

/** A value of one kind. */
const ofKind = <Value>(isOne: (value: unknown) => value is Value) =>
  check<Value>(whole => {
    if (!isOne(whole.value)) refuse(whole, whole.value)
  })

/** A field that may be missing or null, with what stands in for it then. */
const orElse = <Field extends Schema, Fallback>(
  schema: Field,
  fallback: Output<Field> | Fallback,
) =>
  check<Output<Field> | Fallback>(whole => {
    whole.value = (whole.value == null ? null : parsePart(whole, schema, whole.value)) ?? fallback
  }, 'defaulted')

export const arrayOf = <Item extends Schema>(item: Item) =>
  check<Output<Item>[]>(whole => {
    const { value } = whole
    if (!Array.isArray(value)) return refuse(whole, value)
    whole.value = value.map((part, index) => parsePart(whole, item, part, [index]))
  })

export const optional = <Field extends Schema>(schema: Field) => orElse(schema, null)
/** A field that is `undefined` where it is missing or null. */
export const absent = <Field extends Schema>(schema: Field) => orElse(schema, undefined)
export const list = <Item extends Schema>(item: Item) => orElse(arrayOf(item), [])

const fields = lazily(() => {
  const text = ofKind(value => typeof value === 'string')
  const number = ofKind((value): value is number => Number.isFinite(value))
  return {
    text,
    number,
    optionalText: optional(text),
    optionalNumber: optional(number),
    /** A time that is 0 when missing. */
    plainTime: orElse(number, 0),
    /** A time that is null when it is missing, or 0 as some servers say it. */
    knownTime: check<number | null>(whole => {
      whole.value = parsePart(whole, number, whole.value ?? 0) || null
    }, 'defaulted'),
    flag: orElse(
      ofKind(value => typeof value === 'boolean'),
      false,
    ),
    /** Free-form data of the application, kept as it is. */
    metadata: orElse(anything(), {}),
    /** Text that is empty when missing. */
    plainText: orElse(text, ''),
  }
})

/** A schema of the usual fields. */
export const withFields = <Schema>(
  make: (usual: ReturnType<typeof fields>) => Schema,
): (() => Schema) => lazily(() => make(fields()))
