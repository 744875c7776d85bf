import { sortFaults } from '@clientele/example-shared'
import { type Ref, ref } from 'vue'
import { type Alerts, useAlerts } from './alerts.ts'

/** Something that is done and may fail. */
export interface Task {
  readonly isBusy: Readonly<Ref<boolean>>
  /** What is wrong with a field, by the API's name of it. */
  readonly faults: Readonly<Ref<Readonly<Record<string, string>>>>
  /** Does it, and shows what went wrong: at its field, or at the top of the page. Never rejects. */
  readonly perform: (work: () => unknown) => Promise<void>
}

/** @param params the fields that show errors of their own. */
export const createTask = (alerts: Alerts, ...params: readonly string[]): Task => {
  const isBusy = ref(false)
  const faults = ref<Readonly<Record<string, string>>>({})
  const perform = async (work: () => unknown) => {
    if (isBusy.value) return
    isBusy.value = true
    faults.value = {}
    alerts.value = []
    try {
      await work()
    } catch (error) {
      const { fields, general } = sortFaults(error, params)
      faults.value = fields
      alerts.value = general
    } finally {
      isBusy.value = false
    }
  }
  return { isBusy, faults, perform }
}

/** @param params the fields that show errors of their own. */
export const useTask = (...params: readonly string[]): Task => createTask(useAlerts(), ...params)
