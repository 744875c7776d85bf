import { measureEmulator } from '../measure/emulator.ts'
import { measurePageStart } from '../measure/page-start.ts'
import { measureWorkspace } from '../measure/workspace.ts'
import { showBytes, showNumber, showSpread } from '../report/table.ts'
import type { Measure } from './section.ts'

export const pageStart: Measure = async ({ rounds }, { browser }) => {
  const starts = await measurePageStart(browser, rounds)
  const [ours, ...others] = starts
  if (!ours) throw new Error('Nothing was measured')
  const least = Math.min(...others.map(({ evaluation }) => evaluation.median))
  return {
    title: 'From the start of a page until the client is known',
    text:
      'A browser profile that never saw the page, against the emulator on the same machine, ' +
      'in turns. Requests are all but the page itself.',
    head: [
      '',
      'script, brotli',
      'requests',
      'evaluated in, ms',
      'all script, ms',
      'main thread, ms',
      'client known, ms',
    ],
    rows: starts.map(({ name, scriptBytes, requests, evaluation, script, thread, known }) => [
      name,
      showBytes(scriptBytes),
      String(requests),
      showSpread(evaluation),
      showSpread(script),
      showSpread(thread),
      showSpread(known),
    ]),
    goals: [
      { text: `two requests: ${ours.requests}`, met: ours.requests <= 2 },
      {
        text: `at most 18 kB of script by brotli: ${showBytes(ours.scriptBytes)}`,
        met: ours.scriptBytes <= 18_000,
        reason: 'For the reason given at the size of a whole job.',
      },
      {
        text:
          'evaluated in a fifth of the time of clerk-js: ' +
          `${showNumber(ours.evaluation.median / least)}`,
        met: ours.evaluation.median <= least / 5,
        reason:
          'What is left is the first call of each function that a store needs, which the ' +
          'engine compiles at that moment, and the request being sent. What was two thirds ' +
          'of it waits until it is needed: schemas, and the stack of an error (decision ' +
          '012).',
      },
    ],
    plots: [
      {
        name: 'page-start',
        bars: starts.map(({ name, known }) => ({
          label: name,
          value: known.median,
          ours: name === 'Clientele',
        })),
        options: { title: 'Start of a page until the client is known, ms', unit: 'ms' },
      },
    ],
  }
}

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
