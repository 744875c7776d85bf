import { isClienteleError } from '@clientele/core'
import type { Action } from './action.ts'
import type { Activity } from './activity.ts'
import { sortFaults } from './faults.ts'

/** How a action went. */
export type Outcome =
  | { readonly isDone: true; readonly text: string }
  | {
      readonly isDone: false
      /** By the name of the field. */
      readonly fields: Readonly<Record<string, string>>
      readonly general: readonly string[]
    }

/**
 * Does a action and shows how it went: in the activity and, what belongs to no field, as an alert.
 * Never rejects.
 *
 * @param params the fields that show errors of their own.
 */
export type Run = (action: Action, params?: readonly string[]) => Promise<Outcome>

export const createRun =
  (activity: Activity, alert: (messages: readonly string[]) => void): Run =>
  async ({ label, run }, params = []) => {
    alert([])
    const end = activity.begin(label)
    try {
      const text = await run()
      end(text)
      return { isDone: true, text }
    } catch (error) {
      end(isClienteleError(error) ? error.code : 'failed', true)
      const faults = sortFaults(error, params)
      alert(faults.general)
      return { isDone: false, ...faults }
    }
  }
