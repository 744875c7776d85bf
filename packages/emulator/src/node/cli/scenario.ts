import { parseArgs } from 'node:util'
import { findScenario, scenarios } from '../../control/scenarios/scenarios.ts'
import { CommandFault, readArguments, reasonOf } from './command-fault.ts'
import { listenArguments, listenHelp, readListenArguments } from './listen-arguments.ts'
import { askEmulator, remoteOptions } from './remote.ts'
import { run } from './start.ts'
import type { Terminal } from './terminal.ts'

export const scenarioHelp = `\
Stages a bug of the field: runs an emulator that has it, or resets a running one and puts it there.

Usage: clientele-emulator scenario NAME [--port 4100] [--host 127.0.0.1] [--key pk_test_…] [--tls]
       clientele-emulator scenario NAME --url http://127.0.0.1:4100
       clientele-emulator scenario --list

  --list   shows the scenarios there are, and what each stages
${listenHelp}
  --url    address of a running emulator, which forgets what it knows
  --help   shows this text

In each there is a user jane@example.com with the password "correct horse".
`

const width = Math.max(...scenarios.map(({ name }) => name.length))
const list = () =>
  scenarios.map(({ name, summary }) => `${name.padEnd(width)}  ${summary}\n`).join('')

const find = (name: string) => {
  try {
    return findScenario(name)
  } catch (error) {
    throw new CommandFault(reasonOf(error), 2, { cause: error })
  }
}

/** `clientele-emulator scenario` */
export const scenario = async (args: string[], terminal: Terminal): Promise<void> => {
  const options = { ...listenArguments, ...remoteOptions, list: { type: 'boolean' } } as const
  const { values, positionals } = readArguments(() =>
    parseArgs({ args, options, allowPositionals: true }),
  )
  if (values.list) {
    terminal.out(list())
    return
  }
  const [name, ...rest] = positionals
  if (name === undefined || rest.length > 0)
    throw new CommandFault('Give the name of one scenario; --list shows them.', 2)
  const { seed, summary } = find(name)
  if (values.url === undefined) {
    await run(
      terminal,
      { ...(await readListenArguments(values)), initial: seed },
      `nothing is kept.\n\n${name}: ${summary}`,
    )
    return
  }
  await askEmulator(values.url, 'POST', '/reset')
  await askEmulator(values.url, 'POST', '/seed', seed)
  terminal.out(`${name}: ${summary}\n`)
}
