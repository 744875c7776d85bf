import { randomUUID } from 'node:crypto'
import { constants, readFileSync, rmSync } from 'node:fs'
import { appendFile, readFile } from 'node:fs/promises'

// A lock file lists who asked for it, one a line: the first that is alive, and did not withdraw,
// has it. A line is put at the end in one go and never changed, so that all read the same order:
// of two that ask at a time, or that find a dead one, exactly one has it.

interface Holder {
  readonly pid: number
  /** When its process began, if the system tells: the same number may be another's by now. */
  readonly began: string
  readonly line: string
}

const running = /^[^ZX]/ // neither a zombie nor dead

/** When a process began; '' where the system does not tell, and `null` for one that is over. */
const beginOf = async (pid: number): Promise<string | null> => {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // The name of the command stands first, in brackets, and may be any text.
  const [state = '', ...rest] = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return state === '' || running.test(state) ? (rest[18] ?? '') : null
}

const exists = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

const isAlive = async ({ pid, began }: Holder): Promise<boolean> => {
  if (!exists(pid)) return false
  const now = await beginOf(pid)
  return now !== null && (now === '' || began === '-' || now === began)
}

const toHolder = (line: string): Holder => {
  const [pid = '', began = ''] = line.split(' ')
  return { pid: Number(pid), began, line }
}

const holderOf = async (file: string): Promise<Holder | null> => {
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  const isAsking = (line: string) => /^[1-9]\d* /.test(line) && !lines.includes(`over ${line}`)
  for (const holder of lines.filter(isAsking).map(toHolder))
    if (await isAlive(holder)) return holder
  return null
}

// What a process holds, and gives back as it ends.
const held = new Set<() => void>()
const giveBackAll = () => {
  for (const giveBack of [...held]) giveBack()
}

const hold = (file: string, line: string): (() => void) => {
  const giveBack = () => {
    held.delete(giveBack)
    if (held.size === 0) process.off('exit', giveBackAll)
    try {
      // Somebody may have taken the folder away, and another has made a file of the same name.
      if (readFileSync(file, 'utf8').split('\n').includes(line)) rmSync(file)
    } catch {
      // it is gone already
    }
  }
  if (held.size === 0) process.on('exit', giveBackAll)
  held.add(giveBack)
  return giveBack
}

/**
 * Takes a lock file, which is made and taken away again. It is free again when its process is over,
 * however that ended.
 *
 * @returns what gives it back; the id of the process that has it, when it is not free.
 */
export const takeLock = async (file: string): Promise<(() => void) | number> => {
  const began = (await beginOf(process.pid)) || '-'
  const line = `${process.pid} ${began} ${randomUUID()}`
  for (;;) {
    await appendFile(file, `${line}\n`, { mode: 0o600 })
    const holder = await holderOf(file)
    if (holder?.line === line) return hold(file, line)
    // Without a holder the file was taken away, and this line with it, or a crash had cut off the
    // line before, which swallowed this one: once more.
    if (!holder) continue
    const flag = constants.O_WRONLY | constants.O_APPEND // and not made again
    await appendFile(file, `over ${line}\n`, { flag }).catch(() => undefined)
    return holder.pid
  }
}
