import { parseArgs } from 'node:util'
import { readArguments } from './command-fault.ts'
import { askEmulator, remoteOptions } from './remote.ts'
import type { Terminal } from './terminal.ts'

export const resetHelp = `\
Lets a running emulator forget everything: it is as at a start without a seed.

Usage: clientele-emulator reset [--url http://127.0.0.1:4100]

  --url    address of the emulator (default http://127.0.0.1:4100)
  --help   shows this text
`

/** `clientele-emulator reset` */
export const reset = async (args: string[], { out }: Terminal): Promise<void> => {
  const { url } = readArguments(() => parseArgs({ args, options: remoteOptions })).values
  await askEmulator(url, 'POST', '/reset')
  out('Everything is forgotten.\n')
}
