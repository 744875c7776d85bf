import { spawn } from 'node:child_process'

/** A program that runs beside the tests. */
export interface Program {
  /**
   * Resolves to the first group of the pattern once the program has said that.
   *
   * @throws an Error with all that it said, when it ends before.
   */
  readonly says: (pattern: RegExp) => Promise<string>
  /** Resolves when it has ended. */
  readonly stop: () => Promise<void>
}

/** @param env added to the environment */
export const startProgram = (
  path: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Program => {
  const child = spawn(path, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>(resolve => {
    // Not `close`: what it has started may hold its output open.
    child.on('exit', () => resolve())
    child.on('error', () => resolve())
  })
  let output = ''
  const listeners: (() => void)[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', text => {
      output += text
      for (const listen of listeners) listen()
    })
  return {
    says: async pattern => {
      const said = new Promise<string>(resolve => {
        const listen = () => {
          const match = pattern.exec(output)
          if (match) resolve(match[1] ?? '')
        }
        listeners.push(listen)
        listen()
      })
      const first = await Promise.race([said, ended])
      if (first === undefined) throw new Error(`${path} ended:\n${output}`)
      return first
    },
    stop: () => {
      child.kill()
      return ended
    },
  }
}
