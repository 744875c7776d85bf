import type { Page } from '@clientele/example-shared'
import type { Do } from './app.ts'
import type { Field } from './dom/field.ts'

/** Puts each error at its field, and leads to the first. */
const showFaults = (faults: Readonly<Record<string, string>>, fields: readonly Field[]) => {
  for (const { param, setError } of fields) setError(faults[param] ?? '')
  const wrong = fields.find(({ param }) => param in faults)
  wrong?.input.focus()
  // What one types next replaces what was wrong.
  wrong?.input.select()
}

export const createDo =
  ({ perform }: Page): Do =>
  async (deed, { trigger, fields = [] }) => {
    if (trigger.getAttribute('aria-busy') === 'true') return false
    trigger.setAttribute('aria-busy', 'true')
    for (const field of fields) field.setError('')
    const outcome = await perform(
      deed,
      fields.map(({ param }) => param),
    )
    if (!outcome.isDone) showFaults(outcome.fields, fields)
    trigger.removeAttribute('aria-busy')
    return outcome.isDone
  }
