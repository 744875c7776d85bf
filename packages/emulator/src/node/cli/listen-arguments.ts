import { readFile } from 'node:fs/promises'
import type { ListenOptions } from '../../node.ts'
import { CommandFault, reasonOf } from './command-fault.ts'

const text = { type: 'string' } as const

/** How an emulator is reached, as options of every command that runs one. */
export const listenArguments = {
  port: text,
  host: text,
  key: text,
  issuer: text,
  tls: { type: 'boolean' },
  'tls-cert': text,
  'tls-key': text,
} as const

export const listenHelp = `\
  --port   port to listen at; 0 takes any free one (default 4100)
  --host   IPv4 address to listen at (default 127.0.0.1: this machine only), or a name such as
           app.localhost
  --key    publishable key whose host leads here: pk_test_…
  --issuer where its tokens say they come from: its address behind a proxy
  --tls    HTTPS, with a certificate that is made at the first start and kept
  --tls-cert FILE --tls-key FILE
           HTTPS, with this certificate and its key, as PEM`

type Values = { readonly [Name in keyof typeof listenArguments]?: string | boolean | undefined }

/** Reads `--port`. @throws CommandFault unless it is one. */
const readPort = (given = '4100'): number => {
  const port = Number(given)
  if (/^\d+$/.test(given) && port <= 65535) return port
  throw new CommandFault(`--port must be a number from 0 to 65535, not ${given}.`, 2)
}

const readPem = (name: string, path: string): Promise<string> =>
  readFile(path, 'utf8').catch((error: unknown) => {
    throw new CommandFault(`--${name} cannot be read: ${reasonOf(error)}`, 1, { cause: error })
  })

const readTls = async (
  tls: boolean,
  cert: string | undefined,
  key: string | undefined,
): Promise<ListenOptions['tls']> => {
  if (cert === undefined && key === undefined) return tls
  if (cert === undefined || key === undefined)
    throw new CommandFault('--tls-cert and --tls-key go together: give both files.', 2)
  return { cert: await readPem('tls-cert', cert), key: await readPem('tls-key', key) }
}

/** Reads them. @throws CommandFault that says which one is wrong. */
export const readListenArguments = async (values: Values): Promise<ListenOptions> => {
  const read = (name: keyof Values) => {
    const value = values[name]
    return typeof value === 'string' ? value : undefined
  }
  return {
    port: readPort(read('port')),
    host: read('host'),
    publishableKey: read('key'),
    issuer: read('issuer'),
    tls: await readTls(values.tls === true, read('tls-cert'), read('tls-key')),
  }
}
