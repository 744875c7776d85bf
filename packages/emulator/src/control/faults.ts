import type { Fault } from '../network/faults/fault.ts'
import type { ListedFault } from '../network/faults/fault-list.ts'
import type { Network } from '../network/network.ts'

/** The faults of an emulator, in the order in which requests come upon them. */
export interface FaultControl {
  /**
   * Lets something go wrong from now on.
   *
   * @returns its undo.
   * @throws TypeError that names each wrong field.
   * @example
   * const path = '/v1/client/sessions/:id/tokens'
   * const undo = emulator.faults.add({ kind: 'status', status: 429, retryAfter: 10, path })
   */
  add(fault: Fault): () => void
  /** Removes one; `false` when it is not on the list. */
  remove(id: string): boolean
  /** Those that are not used up. */
  list(): readonly ListedFault[]
  /** Removes all of them, and lets go of the answers that were held back. */
  clear(): void
}

export const createFaultControl = ({ faults, waits }: Network): FaultControl => {
  const remove = (id: string): boolean => {
    waits.release()
    return faults.remove(id)
  }
  return {
    add: fault => {
      const { id } = faults.insert(fault)
      return () => {
        remove(id)
      }
    },
    remove,
    list: faults.list,
    clear: () => {
      faults.clear()
      waits.release()
    },
  }
}
