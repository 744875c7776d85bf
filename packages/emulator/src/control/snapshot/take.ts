import type { Network } from '../../network/network.ts'
import type { Snapshot } from './snapshot.ts'
import { sortKeys } from './sort-keys.ts'

/** All that an instance knows now. */
export const takeSnapshot = ({ faults, instance }: Network): Snapshot => {
  const { clock, database, ids, inbox, settings } = instance
  const tables = Object.fromEntries(
    Object.entries(database).map(([name, table]) => [name, table.all()]),
  )
  const whole = {
    format: 'clientele-emulator',
    version: 1,
    clock: clock.reading(),
    faults: faults.list(),
    ids: ids.reading(),
    inbox: inbox.messages(),
    settings,
    tables,
  }
  return sortKeys(whole) as Snapshot // as: the same records in another order
}
