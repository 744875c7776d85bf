import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { names } from './names.ts'
import { workspace } from './workspace.ts'

/**
 * A folder outside of the workspace, with a manifest of its own, where the tarballs are installed.
 */
export interface Consumer {
  readonly folder: string
  /** What a command prints there. One that fails throws all that it said. */
  readonly run: (command: string, args: readonly string[]) => Promise<string>
  readonly remove: () => Promise<void>
}

export type Dependencies = Readonly<Record<string, string>>

/** `pnpm@x.y.z`, as this workspace has it. */
export const pnpm: string = JSON.parse(
  readFileSync(join(workspace, 'package.json'), 'utf8'),
).packageManager

/** What is in the cache is not asked for again; a lockfile of this would name a registry. */
const installers = {
  npm: [
    'npm',
    'install',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    '--strict-peer-deps',
  ],
  pnpm: ['npx', '-y', pnpm, 'install', '--prefer-offline', '--no-lockfile', '--ignore-workspace'],
} as const

export type Manager = keyof typeof installers

/** As in CI, wherever it runs: a snapshot that is missing is a fault, and not written. */
const env = { ...process.env, CI: 'true' }

const execute = (folder: string, command: string, args: readonly string[]) =>
  new Promise<string>((resolve, reject) => {
    execFile(command, args, { cwd: folder, env, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`))
      else resolve(stdout)
    })
  })

/** What was installed there already. */
export const consumerAt = (folder: string): Consumer => ({
  folder,
  run: (command, args) => execute(folder, command, args),
  remove: () => rm(folder, { recursive: true, force: true }),
})

/**
 * @param dependencies in exact versions, beside the packages of this workspace.
 * @param packed the folder with the tarballs.
 * @param overrides what npm gives to a package in the place of what that asks for.
 */
export const installConsumer = async (
  manager: Manager,
  dependencies: Dependencies,
  packed: string,
  overrides: Readonly<Record<string, Dependencies>> = {},
): Promise<Consumer> => {
  const consumer = consumerAt(await mkdtemp(join(tmpdir(), 'clientele-consumer-')))
  const tarballs = names.map(name => [`@clientele/${name}`, `file:${join(packed, name)}.tgz`])
  const manifest = {
    private: true,
    type: 'module',
    dependencies: { ...Object.fromEntries(tarballs), ...dependencies },
    overrides,
  }
  await writeFile(join(consumer.folder, 'package.json'), JSON.stringify(manifest, null, 2))
  await cp(join(import.meta.dirname, '../consumers/sources'), consumer.folder, { recursive: true })
  const [command, ...args] = installers[manager]
  await consumer.run(command, args)
  return consumer
}
