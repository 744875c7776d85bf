import type { Persistence } from '../../control/persistence.ts'
import { append } from './append.ts'
import { createSharedSave } from './shared-save.ts'
import { writeAtomically } from './write-atomically.ts'

/** Keeps a file as an emulator is. */
export interface FileStore {
  /**
   * What there is when it begins is at the disk when it resolves. Those who ask at a time share
   * one.
   */
  save(): Promise<void>
  /** Leaves the file as one export; nothing is written to it any more. */
  close(): Promise<void>
}

const smallest = 1_000_000

/**
 * Writes an export, and at its end a line for what changed at a time, until the lines outgrow it:
 * then they are written as one export again.
 */
export const createFileStore = (path: string, { take, stop }: Persistence): FileStore => {
  let size = 0
  let exportedSize = 0
  let wantsAll = true
  const writeAll = async (text: string) => {
    await writeAtomically(path, `${text}\n`)
    size = Buffer.byteLength(text) + 1
    exportedSize = size
  }
  const writeLine = async (line: string) => {
    if (await append(path, line, size)) size += Buffer.byteLength(line)
    else await writeAll((await take(true)) as string) // as: all was asked for
  }
  const save = createSharedSave(async () => {
    const kept = await take(wantsAll)
    if (kept === null) return
    wantsAll = true // what was told and not written would be lost
    if (typeof kept === 'string') await writeAll(kept)
    else await writeLine(`${JSON.stringify(kept)}\n`)
    wantsAll = size > 2 * exportedSize + smallest
  })
  const end = async () => {
    await save()
    wantsAll ||= size > exportedSize
    if (wantsAll) await save()
    stop()
  }
  // Once it is closed the file may be another emulator's.
  let ending: Promise<void> | undefined
  return {
    save: () => ending ?? save(),
    close: () => {
      ending ??= end()
      return ending
    },
  }
}
