import { createEmulator, type Emulator, type EmulatorOptions } from '@clientele/emulator'
import { start } from '../support/browser.ts'
import type { Exchanged } from './check.ts'

/** Starts emulators whose answers are kept. */
export type Start = (options?: EmulatorOptions) => Emulator

/** One story told over the wire. */
export interface Scenario {
  readonly name: string
  run(start: Start): Promise<void>
}

const exchangedOf = async (
  url: URL,
  init: RequestInit | undefined,
  response: Response,
): Promise<Exchanged> => ({
  method: (url.searchParams.get('_method') ?? init?.method ?? 'GET').toUpperCase(),
  path: url.pathname,
  status: response.status,
  type: response.headers.get('content-type'),
  body: await response.clone().text(),
})

/** Runs a scenario and returns all that was exchanged, in order. */
export const record = async (scenario: Scenario): Promise<Exchanged[]> => {
  const exchanged: Exchanged[] = []
  const listen =
    (emulator: Emulator, fetch: Emulator['fetch']): Emulator['fetch'] =>
    async (input, init) => {
      const response = await fetch(input, init)
      const url = new URL(input instanceof Request ? input.url : input, `https://${emulator.host}`)
      exchanged.push(await exchangedOf(url, init, response))
      return response
    }
  await scenario.run(options => {
    const emulator = createEmulator({ clock: { now: () => start }, ...options })
    const fetch = listen(emulator, emulator.fetch)
    const agent: Emulator['agent'] = agentOptions => {
      const one = emulator.agent(agentOptions)
      return { ...one, fetch: listen(emulator, one.fetch) }
    }
    return { ...emulator, fetch, agent }
  })
  return exchanged
}
