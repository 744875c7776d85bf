import { parseArgs } from 'node:util'
import { z } from 'zod'
import { readArguments } from './command-fault.ts'
import { askEmulator, remoteOptions } from './remote.ts'
import type { Terminal } from './terminal.ts'

export const inboxHelp = `\
Shows the codes and links that a running emulator has sent, oldest first: time, address, kind, \
code or link.

Usage: clientele-emulator inbox [--to ADDRESS] [--kind email_code] [--wait] \
[--url http://127.0.0.1:4100]

  --to     only messages to this email address or phone number
  --kind   only messages of this kind: email_code, email_link, phone_code, …
  --wait   only the latest one, and waits up to 30 seconds for it
  --json   as JSON
  --url    address of the emulator (default http://127.0.0.1:4100)
  --help   shows this text
`

const MessagesSchema = z.array(
  z.looseObject({
    at: z.number(),
    to: z.string(),
    kind: z.string(),
    code: z.string().nullable(),
    link: z.string().nullable(),
  }),
)

/** `clientele-emulator inbox` */
export const inbox = async (args: string[], { out }: Terminal): Promise<void> => {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const options = { ...remoteOptions, to: text, kind: text, wait: flag, json: flag } as const
  const { url, to, kind, wait, json } = readArguments(() => parseArgs({ args, options })).values
  const query = new URLSearchParams({ ...(to ? { to } : {}), ...(kind ? { kind } : {}) })
  const answer = await askEmulator(url, 'GET', `/inbox${wait ? '/wait' : ''}?${query}`)
  const messages = MessagesSchema.parse(wait ? [answer] : answer)
  const line = ({ at, to, kind, code, link }: (typeof messages)[number]) =>
    `${new Date(at).toISOString()}  ${to}  ${kind}  ${code ?? link}\n`
  out(json ? `${JSON.stringify(messages)}\n` : messages.map(line).join(''))
}
