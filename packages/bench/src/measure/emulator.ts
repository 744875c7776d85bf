import { createEmulator } from '@clientele/emulator'
import { listen } from '@clientele/emulator/node'
import { type Spread, toSpread } from '../spread.ts'

export interface EmulatorFigures {
  /** Milliseconds to one that answers at a socket, in a process that has loaded its code. */
  readonly start: Spread
  /** Milliseconds of `reset()`. */
  readonly reset: Spread
  /** Reads of the client a second, within the process. */
  readonly inProcess: Spread
  /** The same over a socket. */
  readonly overSocket: Spread
}

const time = async (work: () => unknown): Promise<number> => {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

const requests = 200

const perSecond = async (ask: () => Promise<Response>): Promise<number> => {
  const ms = await time(async () => {
    for (let index = 0; index < requests; index++) await (await ask()).text()
  })
  return (requests / ms) * 1000
}

export const measureEmulator = async (rounds: number): Promise<EmulatorFigures> => {
  const start: number[] = []
  const reset: number[] = []
  const inProcess: number[] = []
  const overSocket: number[] = []
  for (let round = 0; round < rounds; round++) {
    start.push(await time(async () => (await listen()).close()))
    const listening = await listen()
    const emulator = createEmulator()
    inProcess.push(await perSecond(() => emulator.fetch('/v1/environment')))
    overSocket.push(await perSecond(() => fetch(`${listening.url}/v1/environment`)))
    reset.push(await time(() => emulator.reset()))
    await listening.close()
  }
  return {
    start: toSpread(start),
    reset: toSpread(reset),
    inProcess: toSpread(inProcess),
    overSocket: toSpread(overSocket),
  }
}
