import { readFile } from 'node:fs/promises'
import type { Emulator } from '../emulator.ts'
import { replay } from '../snapshot/replay.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { createKeeper, type Keeper } from './keeper.ts'
import { keeping } from './keeping.ts'

/**
 * The file in which an emulator keeps what it knows: an export, and a line for each change since.
 */
export interface DataFile {
  /** What was in it; `null` when there was none. */
  readonly snapshot: Snapshot | null
  keep(emulator: Emulator): Keeper
}

const reason = (error: unknown): string =>
  (error instanceof Error ? error.message.split('\n')[0] : String(error)) ?? ''

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** What a text of a data file says. @throws Error that says what is wrong with it. */
export const readData = (text: string): Snapshot => {
  const [exported = '', ...lines] = text.split('\n')
  // an export that somebody has set in lines
  if (!isJson(exported)) return replay(JSON.parse(text), [])
  // What stands after the last line end was being written when the machine or the process stopped:
  // nobody was told of it.
  return replay(JSON.parse(exported), lines.slice(0, -1))
}

const read = async (path: string): Promise<Snapshot | null> => {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new Error(`The data file ${path} cannot be read: ${reason(error)}`, { cause: error })
  }
  try {
    return readData(text)
  } catch (error) {
    const why = reason(error).slice(0, 300)
    const message = `The data file ${path} is damaged and was left as it is: ${why}`
    throw new Error(message, { cause: error })
  }
}

/** @throws Error that says in a line what is wrong with the file; it is left as it is. */
export const openDataFile = async (path: string): Promise<DataFile> => ({
  snapshot: await read(path),
  keep: emulator => {
    const { save, close } = createKeeper(path, emulator[keeping])
    const explained = (task: () => Promise<void>) => () =>
      task().catch((error: unknown) => {
        throw new Error(`The data file ${path} cannot be written: ${reason(error)}`, {
          cause: error,
        })
      })
    return { save: explained(save), close: explained(close) }
  },
})
