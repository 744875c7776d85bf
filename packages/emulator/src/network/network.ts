import type { Instance } from '../model/instance.ts'
import { createFaultList, type FaultList } from './faults/fault-list.ts'
import { createRecordings, type Recordings } from './faults/recordings.ts'
import { createWaits, type Waits } from './faults/waits.ts'
import type { SendPort } from './webhooks/deliver.ts'
import { createWebhooks, type Webhooks } from './webhooks/webhooks.ts'

/** An instance, and what can go wrong between it and those who ask. */
export interface Network {
  readonly instance: Instance
  readonly faults: FaultList
  /** What the faults hold up. */
  readonly waits: Waits
  /** Recent answers, for faults that give them again. */
  readonly recordings: Recordings
  /** Tells others what changes. */
  readonly webhooks: Webhooks
  /** The instance and its faults back to a fresh start. */
  reset(): void
}

export const createNetwork = (instance: Instance, send: SendPort): Network => {
  const faults = createFaultList(instance.ids)
  const waits = createWaits(instance.clock)
  const recordings = createRecordings()
  const webhooks = createWebhooks(instance, send)
  return {
    instance,
    faults,
    waits,
    recordings,
    webhooks,
    reset: () => {
      waits.breakAll() // what waits belongs to what is forgotten
      instance.reset()
      faults.clear()
      recordings.clear()
      webhooks.rebase()
    },
  }
}
