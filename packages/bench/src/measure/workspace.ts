import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '../../../..')
const run = promisify(execFile)

/** Seconds of one run. */
const seconds = async (file: string, flags: readonly string[]): Promise<number> => {
  const begun = performance.now()
  await run(file, flags, { cwd: root, maxBuffer: 100_000_000 })
  return (performance.now() - begun) / 1000
}

const pnpm = (...flags: readonly string[]) =>
  seconds(process.execPath, [join(root, 'node_modules/pnpm/bin/pnpm.cjs'), ...flags])

/** What working on this costs, each measured once. */
export const measureWorkspace = async (): Promise<
  readonly { readonly name: string; readonly seconds: number }[]
> => [
  { name: 'building every package', seconds: await pnpm('run', 'build:packages') },
  { name: 'checking all types', seconds: await pnpm('run', 'check:types') },
  { name: 'checking format and lint', seconds: await pnpm('run', 'check:format') },
]
