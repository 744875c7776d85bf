import * as z from 'zod/mini'

// Schemas are loose about what we do not read and about enum values of a newer server, and strict
// about what we use: each field that may be missing says what stands in for it. Only zod's
// cheapest parts are used, for size: the rest are checks of ours.

type Checked = Parameters<z.core.CheckFn<unknown>>[0]

const refuse = ({ issues }: Checked, input: unknown, path: PropertyKey[] = []): void =>
  void issues.push({ code: 'custom', input, path })

/** What a schema makes of a part. Its first fault is enough to refuse the whole. */
const parsePart = <Schema extends z.ZodMiniType>(
  whole: Checked,
  schema: Schema,
  part: unknown,
  path: PropertyKey[] = [],
): z.output<Schema> | undefined => {
  const { data, error } = z.safeParse(schema, part)
  const [fault] = error?.issues ?? []
  if (fault) refuse(whole, part, [...path, ...fault.path])
  return data
}

/** A value of one kind. */
const ofKind = <Value>(isOne: (value: unknown) => value is Value) =>
  // as: the check says so
  z.unknown().check(whole => {
    if (!isOne(whole.value)) refuse(whole, whole.value)
  }) as z.ZodMiniType<Value>

/** A field that may be missing or null, with what stands in for it then. */
const orElse = <Schema extends z.ZodMiniType, Fallback>(
  schema: Schema,
  fallback: z.output<Schema> | Fallback,
) =>
  // as: what the check makes of it
  z._default(z.unknown(), null).check(whole => {
    const { value } = whole
    whole.value = (value === null ? null : parsePart(whole, schema, value)) ?? fallback
  }) as z.ZodMiniType<z.output<Schema> | Fallback>

export const arrayOf = <Schema extends z.ZodMiniType>(item: Schema) =>
  // as: what the check makes of it
  z.unknown().check(whole => {
    const { value } = whole
    if (!Array.isArray(value)) return refuse(whole, value)
    whole.value = value.map((part, index) => parsePart(whole, item, part, [index]))
  }) as z.ZodMiniType<z.output<Schema>[]>

export const optional = <Schema extends z.ZodMiniType>(schema: Schema) => orElse(schema, null)
/** A field that is `undefined` where it is missing or null. */
export const absent = <Schema extends z.ZodMiniType>(schema: Schema) => orElse(schema, undefined)
export const list = <Schema extends z.ZodMiniType>(item: Schema) => orElse(arrayOf(item), [])

/**
 * What `make` makes, made once and when it is first needed: schemas cost milliseconds, and an
 * import does nothing.
 */
export const lazily = <Made>(make: () => Made): (() => Made) => {
  let made: Made | undefined
  return () => {
    made ??= make()
    return made
  }
}

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
    flag: orElse(
      ofKind(value => typeof value === 'boolean'),
      false,
    ),
    /** Free-form data of the application, kept as it is. */
    metadata: orElse(z.unknown(), {}),
    /** Text that is empty when missing. */
    plainText: orElse(text, ''),
  }
})

/** A schema of the usual fields. */
export const withFields = <Schema>(
  make: (usual: ReturnType<typeof fields>) => Schema,
): (() => Schema) => lazily(() => make(fields()))
