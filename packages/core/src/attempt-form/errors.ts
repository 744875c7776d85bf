import { type FormField, toFieldName } from '../field-names.ts'
import type { ErrorItem, ErrorRecord } from '../records.ts'

/** What went wrong with the last action of an attempt, sorted for a form. */
export interface AttemptErrors {
  /**
   * The first error of each field, by the name that parameters have for it: `identifier`,
   * `emailAddress`, `password`, `code`.
   */
  readonly fields: { readonly [Field in FormField]?: ErrorItem }
  /** About no field, or not from the server at all: what a form shows above itself. */
  readonly global: readonly ErrorItem[]
  /** Every one of them, in the server's order. */
  readonly all: readonly ErrorItem[]
}

export const toAttemptErrors = (error: ErrorRecord | null): AttemptErrors => {
  // Without a prototype, so that a field may have any name.
  const fields: Record<string, ErrorItem> = Object.create(null)
  const global: ErrorItem[] = []
  const all =
    error?.errors.length === 0
      ? [{ code: error.code, message: error.message }]
      : [...(error?.errors ?? [])]
  for (const item of all) {
    const field = item.meta?.paramName
    if (field === undefined) global.push(item)
    else fields[toFieldName(field)] ??= item
  }
  for (const part of [fields, global, all]) Object.freeze(part)
  return Object.freeze({ fields, global, all })
}
