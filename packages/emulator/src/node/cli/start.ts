import { parseArgs } from 'node:util'
import { WrongInput } from '../../lib/input-errors.ts'
import { isHttpUrl, isLoopbackUrl } from '../../lib/loopback.ts'
import { defaultWebhookSecret } from '../../lib/webhook-signature.ts'
import { type PresetName, readPreset } from '../../model/presets.ts'
import type { SettingsPatch } from '../../model/settings.ts'
import { type Listening, type ListenOptions, listen } from '../../node.ts'
import { CommandFault, readArguments, reasonOf } from './command-fault.ts'
import { listenArguments, listenHelp, readListenArguments } from './listen-arguments.ts'
import type { Terminal } from './terminal.ts'

export const startHelp = `Runs a local emulator of Clerk's Frontend API until it is stopped.

Usage: clientele-emulator [start] [--port 4100] [--host 127.0.0.1] [--key pk_test_…] [--tls] \
[--seed FILE] [--data FILE] [--settings b2b] [--limits production] [--webhook URL]

${listenHelp}
  --seed   users, organizations, sessions, settings and faults to begin with, as YAML or JSON
  --data   file to keep everything in; it is made when there is none, and a seed is only \
for a new one
  --settings default, production, b2b or minimal: the kind of application it is set up for
  --limits production: answers 429 to who asks too often; development, the default, never does
  --webhook URL at this machine that is told of changes; may be given several times
  --help   shows this text

Exit code 1: the port is busy, or a file is wrong. 2: the command line is wrong.
`

const startOptions = {
  ...listenArguments,
  data: { type: 'string' },
  limits: { type: 'string' },
  webhook: { type: 'string', multiple: true },
  settings: { type: 'string' },
} as const

/** Reads `--settings`. @throws CommandFault unless there is a preset of that name. */
const readPresetName = (preset: string | undefined): SettingsPatch | undefined => {
  if (preset === undefined) return undefined
  try {
    // as: it says which there are, if this is none
    return readPreset(preset as PresetName)
  } catch (error) {
    throw new CommandFault(`--settings: ${reasonOf(error)}`, 2, { cause: error })
  }
}

/** Reads `--limits`, as settings. @throws CommandFault unless it is a profile of them. */
const readLimits = (text: string | undefined): SettingsPatch | undefined => {
  if (text === undefined) return undefined
  if (text === 'production' || text === 'development') return { limits: text }
  throw new CommandFault(`--limits must be development or production, not ${text}.`, 2)
}

/** Reads `--webhook`, as settings. @throws CommandFault unless each is at this machine. */
const readWebhooks = (urls: readonly string[] | undefined): SettingsPatch | undefined => {
  const wrong = urls?.find(url => !isHttpUrl(url) || !isLoopbackUrl(url))
  if (wrong !== undefined)
    throw new CommandFault(`--webhook must be a URL at this machine, not ${wrong}.`, 2)
  return urls && { webhooks: urls.map(url => ({ url })) }
}

const readSettings = (given: {
  readonly settings?: string | undefined
  readonly limits?: string | undefined
  readonly webhook?: readonly string[] | undefined
}): SettingsPatch | undefined =>
  given.settings === undefined && given.limits === undefined && given.webhook === undefined
    ? undefined
    : {
        ...readPresetName(given.settings),
        ...readLimits(given.limits),
        ...readWebhooks(given.webhook),
      }

// What receivers check messages with, where they were given no other secret.
const webhookLine = ({ settings }: Listening['emulator']): string =>
  settings.read().webhooks.some(({ secret }) => secret === undefined)
    ? `  Webhook secret   ${defaultWebhookSecret}\n`
    : ''

const announcementOf = (
  { url, publishableKey, secretKey, emulator, certificateFile }: Listening,
  about: string,
): string =>
  `Emulator of the Frontend API: for development and tests only, its keys are public.

  Address          ${url}
  Publishable key  ${publishableKey}
  Secret key       ${secretKey}
${webhookLine(emulator)}${certificateFile === null ? '' : `  Certificate      ${certificateFile}\n`}
For servers that verify its tokens without asking, CLERK_JWT_KEY:

${emulator.jwtKey}
Ctrl-C stops it; ${about}
`

/** Runs an emulator, and says so, until it is asked to stop. */
export const run = async (
  { out, stopped }: Terminal,
  options: ListenOptions,
  about = options.data ? `everything is kept in ${options.data}.` : 'nothing is kept.',
): Promise<void> => {
  const listening = await listen(options)
  // What is in a data file gives way to the command line.
  if (options.settings) listening.emulator.settings.patch(readPreset(options.settings))
  // Before it is said: who reads it may stop it at once.
  const received = stopped()
  out(announcementOf(listening, about))
  await received
  await listening.close()
}

/** `clientele-emulator start` */
export const start = async (args: string[], terminal: Terminal): Promise<void> => {
  const options = { ...startOptions, seed: { type: 'string' } } as const
  const { values } = readArguments(() => parseArgs({ args, options }))
  const { data, seed } = values
  const running = { ...(await readListenArguments(values)), data, settings: readSettings(values) }
  if (seed === undefined) return run(terminal, running)
  // the parser of YAML is only for those who need it
  const { readSeedFile } = await import('../seed-file.ts')
  const file = await readSeedFile(seed)
  try {
    await run(terminal, { ...running, initial: file.seed })
  } catch (error) {
    throw error instanceof WrongInput ? file.explain(error) : error
  }
}
