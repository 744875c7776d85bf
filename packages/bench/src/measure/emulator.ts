import { createEmulator, type Emulator } from '@clientele/emulator'
import { listen } from '@clientele/emulator/node'
import { type Spread, toRatios, toSpread } from '../spread.ts'

export interface EmulatorFigures {
  /** Milliseconds to one that answers at a socket, in a process that has loaded its code. */
  readonly start: Spread
  /** Milliseconds of `reset()` with two thousand users. */
  readonly reset: Spread
  /** Time to find one of ten thousand users, as a multiple of that among a hundred. */
  readonly lookup: Spread
  /** The same for a list of the newest fifty. */
  readonly newest: Spread
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

const withUsers = (count: number): Emulator => {
  const emulator = createEmulator()
  for (let index = 0; index < count; index++)
    emulator.users.create({ emailAddress: `user${index}@example.com` })
  return emulator
}

/** Each is asked in turn, and once before it counts. */
const compare = async (rounds: number, ask: (emulator: Emulator) => unknown): Promise<Spread> => {
  const [many, few] = [withUsers(10_000), withUsers(100)]
  for (const emulator of [many, few]) ask(emulator)
  const times: { readonly many: number; readonly few: number }[] = []
  for (let round = 0; round < rounds; round++)
    times.push({ many: await time(() => ask(many)), few: await time(() => ask(few)) })
  return toRatios(
    times.map(({ many }) => many),
    times.map(({ few }) => few),
  )
}

const findThousand = ({ users }: Emulator) => {
  for (let index = 0; index < 1000; index++) users.get(`user${index % 100}@example.com`)
}

const listNewest = ({ users }: Emulator) => {
  for (let index = 0; index < 20; index++) users.list({ last: 50 })
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
    const full = withUsers(2000)
    reset.push(await time(() => full.reset()))
    await listening.close()
  }
  return {
    start: toSpread(start),
    reset: toSpread(reset),
    lookup: await compare(rounds, findThousand),
    newest: await compare(rounds, listNewest),
    inProcess: toSpread(inProcess),
    overSocket: toSpread(overSocket),
  }
}
