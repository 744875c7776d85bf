import { parseArgs } from 'node:util'
import { WrongInput } from '../../lib/input-errors.ts'
import { isHttpUrl, isLoopbackUrl } from '../../lib/loopback.ts'
import { defaultWebhookSecret } from '../../lib/webhook-signature.ts'
import type { SettingsPatch } from '../../model/settings.ts'
import { type Listening, type ListenOptions, listen } from '../../node.ts'
import { CommandFault, readArguments } from './command-fault.ts'
import type { Terminal } from './terminal.ts'

export const startHelp = `Runs a local emulator of Clerk's Frontend API until it is stopped.

Usage: clientele-emulator [start] [--port 4100] [--host 127.0.0.1] [--seed FILE] \
[--data FILE] [--limits production] [--webhook URL]

  --port   port to listen at; 0 takes any free one (default 4100)
  --host   IPv4 address to listen at (default 127.0.0.1: this machine only)
  --seed   users, settings and faults to begin with, as YAML or JSON
  --data   file to keep everything in; it is made when there is none, and a seed is only \
for a new one
  --limits production: answers 429 to who asks too often; development, the default, never does
  --webhook URL at this machine that is told of changes; may be given several times
  --help   shows this text

Exit code 1: the port is busy, or a file is wrong. 2: the command line is wrong.
`

export const startOptions = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  limits: { type: 'string' },
  webhook: { type: 'string', multiple: true },
} as const

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

/** Reads `--port`. @throws CommandFault unless it is one. */
export const readPort = (text = '4100'): number => {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65535) return port
  throw new CommandFault(`--port must be a number from 0 to 65535, not ${text}.`, 2)
}

// What receivers check messages with, where they were given no other secret.
const webhookLine = ({ settings }: Listening['emulator']): string =>
  settings.read().webhooks.some(({ secret }) => secret === undefined)
    ? `  Webhook secret   ${defaultWebhookSecret}\n`
    : ''

const announcementOf = (
  { url, publishableKey, secretKey, emulator }: Listening,
  about: string,
): string =>
  `Emulator of the Frontend API: for development and tests only, its keys are public.

  Address          ${url}
  Publishable key  ${publishableKey}
  Secret key       ${secretKey}
${webhookLine(emulator)}
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
  if (options.settings) listening.emulator.settings.patch(options.settings)
  // Before it is said: who reads it may stop it at once.
  const received = stopped()
  out(announcementOf(listening, about))
  await received
  await listening.close()
}

/** `clientele-emulator start` */
export const start = async (args: string[], terminal: Terminal): Promise<void> => {
  const options = { ...startOptions, seed: { type: 'string' } } as const
  const {
    port: text,
    host,
    data,
    seed,
    limits,
    webhook,
  } = readArguments(() => parseArgs({ args, options })).values
  const settings = { ...readLimits(limits), ...readWebhooks(webhook) }
  const running = {
    port: readPort(text),
    host,
    data,
    settings: Object.keys(settings).length > 0 ? settings : undefined,
  }
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
