// What is asked of zod: its objects. `zod/v4/core` is what `zod/mini` is made of; without the
// methods and the errors that mini adds it is 1.3 kB smaller.
import {
  $constructor,
  type $loose,
  $ZodObject,
  type $ZodShape,
  $ZodType,
  type output,
  type ParsePayload,
} from 'zod/v4/core'
import { lazily } from './lazily.ts'

/** A schema of what comes from outside, whatever it is. */
export type Schema<Value = unknown> = $ZodType<Value>
export type Output<Of extends Schema> = output<Of>
/** Where the value under a check is, and where faults of it go. */
export type Checked = ParsePayload<unknown>

interface CheckDef {
  readonly type: 'custom'
  readonly check: (whole: Checked) => void
  /** Set where the check says what stands in for a field that an object lacks. */
  readonly optin: 'defaulted' | undefined
}

const Check = /* @__PURE__ */ $constructor<$ZodType, CheckDef>('Check', (schema, def) => {
  $ZodType.init(schema, def)
  schema._zod.optin = def.optin
  schema._zod.parse = whole => {
    def.check(whole)
    return whole
  }
})

/**
 * A schema of one function, which may put another value in the place of what it is given; with
 * `'defaulted'` also in the place of a field that is missing.
 */
export const check = <Value>(check: CheckDef['check'], optin?: CheckDef['optin']): Schema<Value> =>
  // as: what comes out is said by the check
  new Check({ type: 'custom', check, optin }) as Schema<Value>

/** Whatever there is, as it is. */
export const anything = lazily(() => check(() => {}))

/** An object of these fields and whatever else there is. */
export const object = <Shape extends $ZodShape>(shape: Shape): $ZodObject<Shape, $loose> =>
  // as: the constructor forgets the shape
  new $ZodObject({ type: 'object', shape, catchall: anything() }) as $ZodObject<Shape, $loose>

/** What a schema makes of a value; with `fault`, where the first thing is that does not fit. */
export const read = <Of extends Schema>(schema: Of, value: unknown) => {
  // as: none of our schemas waits, and what comes out is of its type
  const { value: data, issues } = schema._zod.run(
    { value, issues: [] },
    { async: false },
  ) as ParsePayload<Output<Of>>
  const [issue] = issues
  return { data, fault: issue && (issue.path ?? []) }
}
