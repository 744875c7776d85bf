import { readFile, realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Emulator } from '../../control/emulator.ts'
import { persistence } from '../../control/persistence.ts'
import { replay } from '../../control/snapshot/replay.ts'
import type { Snapshot } from '../../control/snapshot/snapshot.ts'
import { createFileStore, type FileStore } from './file-store.ts'
import { takeLock } from './lock.ts'

/**
 * The file in which an emulator keeps what it knows: an export, and a line for each change since.
 */
export interface DataFile {
  /** What was in it; `null` when there was none. */
  readonly snapshot: Snapshot | null
  keep(emulator: Emulator): FileStore
  /** Lets another emulator have it. */
  release(): void
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

const cannotBeWritten = (path: string) => (error: unknown) => {
  throw new Error(`The data file ${path} cannot be written: ${reason(error)}`, { cause: error })
}

// However the file is called: its folder may have several names, and it too.
const realPathOf = async (path: string): Promise<string> =>
  realpath(path).catch(async () => join(await realpath(dirname(path)), basename(path)))

/** @throws Error while another emulator has the file, be it of this process or of another. */
const lock = async (path: string): Promise<() => void> => {
  const taken = await realPathOf(path)
    .then(real => takeLock(`${real}.lock`))
    .catch(cannotBeWritten(path))
  if (typeof taken === 'function') return taken
  const who = taken === process.pid ? 'of this process' : `of the process ${taken}`
  const remedy = 'Stop that one, or take another file.'
  throw Object.assign(
    new Error(`The data file ${path} is in use: another emulator, ${who}, has it. ${remedy}`),
    { code: 'EBUSY' },
  )
}

/**
 * Opens a data file, which nobody else can do until it is released, or this process is over.
 *
 * @throws Error that says in a line what is wrong with the file; it is left as it is.
 */
export const openDataFile = async (path: string): Promise<DataFile> => {
  const release = await lock(path)
  try {
    const snapshot = await read(path)
    const keep = (emulator: Emulator): FileStore => {
      const { save, close } = createFileStore(path, emulator[persistence])
      const fail = cannotBeWritten(path)
      return { save: () => save().catch(fail), close: () => close().catch(fail) }
    }
    return { snapshot, keep, release }
  } catch (error) {
    release()
    throw error
  }
}
