import type { Do } from './app.ts'
import type { Field } from './dom/field.ts'
import type { Page } from './model/page.ts'

/** Puts each error at its field, and stepActions to the first. */
const showFaults = (faults: Readonly<Record<string, string>>, fields: readonly Field[]) => {
  for (const { param, setError } of fields) setError(faults[param] ?? '')
  const wrong = fields.find(({ param }) => param in faults)
  wrong?.input.focus()
  // What one types next replaces what was wrong.
  wrong?.input.select()
}

export const createDo =
  ({ run }: Page): Do =>
  async (action, { trigger, fields = [] }) => {
    if (trigger.getAttribute('aria-busy') === 'true') return false
    trigger.setAttribute('aria-busy', 'true')
    for (const field of fields) field.setError('')
    const outcome = await run(
      action,
      fields.map(({ param }) => param),
    )
    if (!outcome.isDone) showFaults(outcome.fields, fields)
    trigger.removeAttribute('aria-busy')
    return outcome.isDone
  }
