#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { type Listening, listen } from './node.ts'

const help = `Runs a local emulator of Clerk's Frontend API, with nothing in it yet.

Usage: clientele-emulator [--port 4100] [--host 127.0.0.1]

  --port   port to listen at; 0 takes any free one (default 4100)
  --host   IPv4 address to listen at (default 127.0.0.1: this machine only)
  --help   shows this text
`

const fail = (message: string, exitCode: number): never => {
  console.error(`clientele-emulator: ${message}`)
  process.exit(exitCode)
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const readPort = (text: string): number => {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65535) return port
  return fail(`--port must be a number from 0 to 65535, not ${text}.`, 2)
}

const readArguments = () => {
  try {
    const options = { port: { type: 'string' }, host: { type: 'string' }, help: { type: 'boolean' } } as const
    return parseArgs({ options }).values
  } catch (error) {
    return fail(`${reason(error).split('\n')[0]} See --help.`, 2)
  }
}

const announce = ({ url, publishableKey }: Listening): void => {
  console.log(`Emulator of the Frontend API: for development and tests only, its keys are public.

  Address          ${url}
  Publishable key  ${publishableKey}

Ctrl-C stops it; nothing is kept.`)
}

const { port = '4100', host, help: asksHelp } = readArguments()

if (asksHelp) {
  process.stdout.write(help)
} else {
  const listening = await listen({ port: readPort(port), host }).catch((error: unknown) => fail(reason(error), 1))
  announce(listening)
  const stop = () => {
    void listening.close().then(() => process.exit(0))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
