import { readFile } from 'node:fs/promises'
import type { Emulator } from '../emulator.ts'
import { readSnapshot } from '../snapshot/restore.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { createSharedSave } from './shared-save.ts'
import { writeAtomically } from './write-atomically.ts'

/** The file in which an emulator keeps what it knows. */
export interface DataFile {
  /** What was in it; `null` when there was none. */
  readonly snapshot: Snapshot | null
  /** Gives a way to save what an emulator knows now: it is at the disk when that resolves. */
  keep(emulator: Emulator): () => Promise<void>
}

const reason = (error: unknown): string => (error instanceof Error ? error.message.split('\n')[0] : String(error)) ?? ''

const read = async (path: string): Promise<Snapshot | null> => {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new Error(`The data file ${path} cannot be read: ${reason(error)}`, { cause: error })
  }
  try {
    return readSnapshot(JSON.parse(text))
  } catch (error) {
    const message = `The data file ${path} is damaged and was left as it is: ${reason(error).slice(0, 300)}`
    throw new Error(message, { cause: error })
  }
}

/** @throws Error that says in a line what is wrong with the file; it is left as it is. */
export const openDataFile = async (path: string): Promise<DataFile> => ({
  snapshot: await read(path),
  // The export takes a turn of its own: no request is halfway then.
  keep: emulator =>
    createSharedSave(
      async () => (await emulator.fetch('/__emulator/export')).text(),
      async text => {
        try {
          await writeAtomically(path, text)
        } catch (error) {
          throw new Error(`The data file ${path} cannot be written: ${reason(error)}`, { cause: error })
        }
      },
    ),
})
