import { isClienteleError } from '@clientele/core'
import { sortFaults } from '@clientele/example-shared'
import type { Activity } from './activity.ts'
import type { Alerts } from './alerts.ts'
import type { Field } from './dom/field.ts'

export interface Task<Result> {
  /** What is done, as one would write it in code. */
  readonly label: string
  readonly run: () => Result | Promise<Result>
  /** What the result says, in a few words. A token is never printed. */
  readonly describe?: (result: Result) => string
  /** The button or form that started it: it is busy meanwhile, and a second press does nothing. */
  readonly trigger?: HTMLElement | undefined
  /** Where errors of single fields are shown. */
  readonly fields?: readonly Field[]
}

/** Does a task and shows how it went. @returns whether it succeeded */
export type Perform = <Result>(task: Task<Result>) => Promise<boolean>

/** Puts each error at its field. @returns the messages that belong to none */
const showFaults = (error: unknown, fields: readonly Field[]): readonly string[] => {
  const faults = sortFaults(
    error,
    fields.map(({ param }) => param),
  )
  for (const { param, setError } of fields) setError(faults.fields[param] ?? '')
  const wrong = fields.find(({ param }) => param in faults.fields)
  wrong?.input.focus()
  // What one types next replaces what was wrong.
  wrong?.input.select()
  return faults.general
}

export const createPerform =
  (alerts: Alerts, activity: Activity): Perform =>
  async ({ label, run, describe, trigger, fields = [] }) => {
    if (trigger?.getAttribute('aria-busy') === 'true') return false
    trigger?.setAttribute('aria-busy', 'true')
    alerts.clear()
    for (const field of fields) field.setError('')
    const end = activity.begin(label)
    try {
      const result = await run()
      end(describe?.(result) ?? 'done')
      return true
    } catch (error) {
      end(isClienteleError(error) ? error.code : 'failed', true)
      const general = showFaults(error, fields)
      if (general.length > 0) alerts.show(general)
      return false
    } finally {
      trigger?.removeAttribute('aria-busy')
    }
  }
