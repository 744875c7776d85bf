import type { ErrorItem, ErrorRecord } from '../records.ts'

/** What went wrong with the last action of an attempt, sorted for a form. */
export interface AttemptErrors {
  /**
   * By the field they are about, spelled as the server spells it: `identifier`, `email_address`,
   * `password`, `code`.
   */
  readonly fields: Readonly<Partial<Record<string, readonly ErrorItem[]>>>
  /** About no field, or not from the server at all: what a form shows above itself. */
  readonly global: readonly ErrorItem[]
}

export const toAttemptErrors = (error: ErrorRecord | null): AttemptErrors => {
  // Without a prototype, so that a field may have any name.
  const fields: Record<string, ErrorItem[]> = Object.create(null)
  const global: ErrorItem[] = []
  for (const item of error?.errors ?? []) {
    const field = item.meta?.paramName
    if (field === undefined) global.push(item)
    else fields[field] = [...(fields[field] ?? []), item]
  }
  if (error?.errors.length === 0) global.push({ code: error.code, message: error.message })
  return Object.freeze({ fields: Object.freeze(fields), global: Object.freeze(global) })
}
