import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { isHttpUrl } from '../../lib/loopback.ts'
import { CommandFault, readArguments, reasonOf } from './command-fault.ts'
import type { Terminal } from './terminal.ts'

export const waitForHelp = `\
Waits until an address answers: an emulator's, or that of the application under test.

Usage: clientele-emulator wait-for [URL] [--timeout 30]

  URL        any http: or https: address (default http://127.0.0.1:4100/health)
  --timeout  seconds until it gives up (default 30)
  --help     shows this text

Exit code 0: it answered, with a status below 400. 1: it did not in that time. 2: the command line \
is wrong.
`

const longestAsk = 5000 // ms: what hangs may be answered when it is asked again
const shortestAsk = 1000 // ms, though the time is over: the reason shall be that of the address
const pause = 100 // ms

/** Asks once. @returns what it was that is no answer yet; `null` for an answer. */
const askOnce = async (url: string, remaining: number): Promise<string | null> => {
  try {
    const signal = AbortSignal.timeout(Math.max(shortestAsk, Math.min(longestAsk, remaining)))
    const response = await fetch(url, { redirect: 'manual', signal })
    await response.body?.cancel()
    return response.status < 400 ? null : `status ${response.status}`
  } catch (error) {
    return reasonOf(error instanceof Error && error.cause ? error.cause : error)
  }
}

const readTimeout = (text = '30'): number => {
  const seconds = Number(text)
  if (/^\d+(\.\d+)?$/.test(text) && seconds > 0) return seconds * 1000
  throw new CommandFault(`--timeout must be a number of seconds, not ${text}.`, 2)
}

/** `clientele-emulator wait-for` */
export const waitFor = async (args: string[], { out }: Terminal): Promise<void> => {
  const options = { timeout: { type: 'string' } } as const
  const { values, positionals } = readArguments(() =>
    parseArgs({ args, options, allowPositionals: true }),
  )
  const [url = 'http://127.0.0.1:4100/health', ...rest] = positionals
  if (rest.length > 0 || !isHttpUrl(url))
    throw new CommandFault(`Give one address such as http://127.0.0.1:3000, not ${args[0]}.`, 2)
  const end = performance.now() + readTimeout(values.timeout)
  let fault: string | null = null
  for (let left = end - performance.now(); left > 0; left = end - performance.now()) {
    fault = await askOnce(url, Math.ceil(left))
    if (fault === null) return out(`${url} answers.\n`)
    await wait(Math.min(pause, Math.max(0, end - performance.now())))
  }
  throw new CommandFault(`${url} did not answer in time: ${fault}.`, 1)
}
