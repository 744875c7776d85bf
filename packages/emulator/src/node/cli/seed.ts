import { parseArgs } from 'node:util'
import { WrongInput } from '../../lib/input-errors.ts'
import { readSeedFile } from '../seed-file.ts'
import { CommandFault, readArguments } from './command-fault.ts'
import { askEmulator, remoteOptions } from './remote.ts'
import type { Terminal } from './terminal.ts'

export const seedHelp = `\
Adds users, organizations, sessions, tickets, settings and faults of a file to a running \
emulator: all of it, or nothing.

Usage: clientele-emulator seed FILE [--url http://127.0.0.1:4100]

  FILE     YAML or JSON, such as:

             settings: { singleSession: true }
             users:
               - emailAddress: jane@example.com
                 password: correct horse

  --url    address of the emulator (default http://127.0.0.1:4100)
  --help   shows this text
`

/** `clientele-emulator seed` */
export const seed = async (args: string[], { out }: Terminal): Promise<void> => {
  const { values, positionals } = readArguments(() =>
    parseArgs({ args, options: remoteOptions, allowPositionals: true }),
  )
  const [path, ...rest] = positionals
  if (path === undefined || rest.length > 0)
    throw new CommandFault('Give one file. See seed --help.', 2)
  const file = await readSeedFile(path)
  await askEmulator(values.url, 'POST', '/seed', file.seed).catch((error: unknown) => {
    throw error instanceof WrongInput ? file.explain(error) : error
  })
  out(`Added ${file.seed.users?.length ?? 0} users and ${file.seed.faults?.length ?? 0} faults.\n`)
}
