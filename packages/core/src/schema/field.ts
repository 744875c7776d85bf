import * as z from 'zod/mini'

// Schemas are loose about what we do not read and about enum values of a newer server, and strict
// about what we use: each field that may be missing says what stands in for it. Only zod's cheapest
// parts are used, for size.

/**
 * A field that may be missing or null, with what stands in for it then. By a check of ours, since
 * zod's own part for null is larger.
 */
const orElse = <Schema extends z.ZodMiniType, Fallback>(
  schema: Schema,
  fallback: z.output<Schema> | Fallback,
): z.ZodMiniType<z.output<Schema> | Fallback> => {
  const checked = z._default(z.unknown(), null).check(result => {
    const { value: input, issues } = result
    const given = input === null ? undefined : z.safeParse(schema, input)
    result.value = given?.data ?? fallback
    // One fault is enough to refuse an answer.
    const [fault] = given?.error?.issues ?? []
    if (fault) issues.push({ code: 'custom', input, path: fault.path })
  })
  // as: what the check makes of it
  return checked as z.ZodMiniType<z.output<Schema> | Fallback>
}

/** A value of one kind. By a check of ours, since zod's own schemas are larger. */
const ofKind = <Value>(isOne: (value: unknown) => value is Value) =>
  // as: the check says so
  z.unknown().check(({ value, issues }) => {
    if (!isOne(value)) issues.push({ code: 'custom', input: value })
  }) as z.ZodMiniType<Value>

export const optional = <Schema extends z.ZodMiniType>(schema: Schema) => orElse(schema, null)
/** A field that is `undefined` where it is missing or null. */
export const absent = <Schema extends z.ZodMiniType>(schema: Schema) => orElse(schema, undefined)
export const list = <Schema extends z.ZodMiniType>(item: Schema) => orElse(z.array(item), [])

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
