import { sortFaults } from '@clientele/example-shared'
import { useState } from 'react'
import { useAlert } from './alerts.tsx'

/** Something that is done and may fail. */
export interface Task {
  readonly isBusy: boolean
  /** What is wrong with a field, by the API's name of it. */
  readonly faults: Readonly<Record<string, string>>
  /** Does it, and shows what went wrong: at its field, or at the top of the page. Never rejects. */
  readonly perform: (work: () => unknown) => Promise<void>
}

/** @param params the fields that show errors of their own. */
export const useTask = (...params: readonly string[]): Task => {
  const alert = useAlert()
  const [isBusy, setBusy] = useState(false)
  const [faults, setFaults] = useState<Task['faults']>({})
  const perform = async (work: () => unknown) => {
    if (isBusy) return
    setBusy(true)
    setFaults({})
    alert([])
    try {
      await work()
    } catch (error) {
      const { fields, general } = sortFaults(error, params)
      setFaults(fields)
      alert(general)
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, faults, perform }
}
