import { CommandFault, reasonOf } from './command-fault.ts'
import { start, startHelp } from './start.ts'
import type { Terminal } from './terminal.ts'

interface Command {
  readonly help: string
  run(args: string[], terminal: Terminal): Promise<void>
}

// Each is loaded when it is asked for: starting must not wait for what it does not need.
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => ({ help: startHelp, run: start }),
  seed: async () => {
    const { seed, seedHelp } = await import('./seed.ts')
    return { help: seedHelp, run: seed }
  },
  scenario: async () => {
    const { scenario, scenarioHelp } = await import('./scenario.ts')
    return { help: scenarioHelp, run: scenario }
  },
  reset: async () => {
    const { reset, resetHelp } = await import('./reset.ts')
    return { help: resetHelp, run: reset }
  },
  inbox: async () => {
    const { inbox, inboxHelp } = await import('./inbox.ts')
    return { help: inboxHelp, run: inbox }
  },
  'wait-for': async () => {
    const { waitFor, waitForHelp } = await import('./wait-for.ts')
    return { help: waitForHelp, run: waitFor }
  },
}

const overview = `
Commands:

  start      runs an emulator; it is what happens without a command
  seed       adds the users, settings and faults of a file to a running one
  scenario   stages a bug of the field
  reset      lets a running one forget everything
  inbox      shows the codes and links it has sent
  wait-for   waits until an address answers

clientele-emulator COMMAND --help says more.
`

const find = (name: string): (() => Promise<Command>) => {
  const found = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (found) return found
  throw new CommandFault(`There is no command ${name}. See --help.`, 2)
}

const asksHelp = (args: readonly string[]): boolean =>
  args.includes('--help') || args.includes('-h')

const perform = async (args: readonly string[], terminal: Terminal): Promise<void> => {
  const [first = ''] = args
  const isNamed = first !== '' && !first.startsWith('-')
  const { help, run } = await find(isNamed ? first : 'start')()
  const rest = isNamed ? args.slice(1) : [...args]
  if (asksHelp(rest)) terminal.out(isNamed ? help : `${help}${overview}`)
  else await run(rest, terminal)
}

/**
 * Runs what the command line asks for, to its end.
 *
 * @returns the exit code, after one line that says what went wrong if anything did.
 */
export const runCommand = async (args: readonly string[], terminal: Terminal): Promise<number> => {
  try {
    await perform(args, terminal)
    return 0
  } catch (error) {
    terminal.error(`clientele-emulator: ${reasonOf(error).replace(/\s*\n\s*/g, ' ')}\n`)
    return error instanceof CommandFault ? error.exitCode : 1
  }
}
