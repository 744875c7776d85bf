import { measureEmulator } from '../measure/emulator.ts'
import { measureWorkspace } from '../measure/workspace.ts'
import { showNumber, showSpread } from '../report/table.ts'
import type { Measure } from './section.ts'

export const emulator: Measure = async ({ rounds }) => {
  const { start, reset, lookup, newest, inProcess, overSocket } = await measureEmulator(
    Math.ceil(rounds / 3),
  )
  return {
    title: 'The emulator',
    text:
      'In one process of Node.js, which asks and answers. More of it, memory included: the ' +
      'README of the emulator.',
    head: ['', ''],
    rows: [
      ['listens, ms', showSpread(start)],
      ['`reset()` with 2,000 users, ms', showSpread(reset)],
      ['finds one of 10,000 users, times of 100', showSpread(lookup)],
      ['lists the newest 50 of 10,000, times of 100', showSpread(newest)],
      ['answers a second, in the process', showSpread(inProcess)],
      ['answers a second, over a socket', showSpread(overSocket)],
    ],
    goals: [
      { text: `reset in less than 5 ms: ${showNumber(reset.median)}`, met: reset.median < 5 },
      {
        text: `finds among 10,000 as among 100: ${showNumber(lookup.median)}`,
        met: lookup.median < 2,
      },
    ],
    plots: [],
  }
}

export const workspace: Measure = async ({ clients }) => {
  // Builds everything: not for a quick look.
  const costs = clients.length > 1 ? await measureWorkspace() : []
  return {
    title: 'Working on it',
    text: 'Each measured once, on this machine.',
    head: ['', 's'],
    rows: costs.map(({ name, seconds }) => [name, showNumber(seconds)]),
    goals: [],
    plots: [],
  }
}
