import { showNumber, showSpread } from '../report/table.ts'
import { type Spread, toRatios, toSpread } from '../spread.ts'
import type { Difference } from '../wire.ts'
import type { Measure } from './section.ts'

const differences = {
  'same text': 'unchanged, same text',
  'new tokens': 'unchanged, every session has a new token, as in real life',
  'new token': 'unchanged, one session has a new token',
  'other order': 'unchanged, every session in another order',
  'one session': 'one session changed',
} as const satisfies Record<Difference, string>
const kinds = Object.keys(differences) as Difference[] // as: they are its keys

interface Measured {
  readonly difference: Difference
  readonly count: number
  readonly ours: Spread
  readonly clerk: Spread
  readonly parse: Spread
}

export const refreshes: Measure = async ({ rounds, clients }, pages) => {
  const all: Measured[] = []
  for (const count of clients)
    for (const difference of kinds) {
      const batch = Math.max(1, Math.round(100 / count))
      const run = (name: 'clientele' | 'clerk') =>
        pages.run('refresh', pages.environment, name, count, difference, rounds, batch)
      const [ours, clerk] = [await run('clientele'), await run('clerk')]
      all.push({
        difference,
        count,
        ours: toRatios(ours.refreshes, ours.parses),
        clerk: toRatios(clerk.refreshes, clerk.parses),
        parse: toSpread([...ours.parses, ...clerk.parses]),
      })
    }
  const largest = clients.at(-1)
  const last = (difference: Difference) =>
    all.find(each => each.difference === difference && each.count === largest)
  const ratio = (difference: Difference) => last(difference)?.ours.median ?? Number.NaN
  const goal = (difference: Difference, limit: number, reason: string) => ({
    text:
      `${differences[difference]}, ${largest} sessions: at most ${limit} times ` +
      `\`JSON.parse\`; ${showNumber(ratio(difference))}`,
    met: ratio(difference) <= limit,
    reason,
  })
  const compare =
    'The text is parsed, and each field of each session looked at to know that it did not ' +
    'change, which takes about as long again.'
  const decode = `${compare} The claims of each new token are decoded: some 15 µs each.`
  return {
    title: 'Refresh of a client',
    text:
      '`client.reload()` with the network stubbed and the body there, in Chromium: ' +
      'main-thread time as a multiple of `JSON.parse` of the same body, measured beside it ' +
      'in the same round. About 5.3 kB a session. The same text again is not parsed. A refresh ' +
      'has a fixed cost (a request through the pipeline, a deadline, a few promises) that shows ' +
      'where the body is small.',
    head: ['', 'sessions', '`JSON.parse`, ms', 'Clientele, ×', 'clerk-js, ×'],
    rows: all.map(({ difference, count, ours, clerk, parse }) => [
      differences[difference],
      String(count),
      showSpread(parse),
      showSpread(ours),
      showSpread(clerk),
    ]),
    goals: [
      goal('same text', 0.2, ''),
      goal('new tokens', 2.5, decode),
      goal('new token', 2.5, compare),
      goal('other order', 2.5, compare),
      goal('one session', 2.5, compare),
    ],
    plots: [
      {
        name: 'refresh',
        bars: kinds.flatMap(difference => {
          const found = last(difference)
          return [
            { label: `${difference}: Clientele`, value: found?.ours.median ?? 0, ours: true },
            { label: `${difference}: clerk-js`, value: found?.clerk.median ?? 0, ours: false },
          ]
        }),
        options: {
          title: `Refresh of ${largest} sessions, times JSON.parse`,
          unit: '× JSON.parse',
          logarithmic: true,
        },
      },
    ],
  }
}

export const listeners: Measure = async (_, pages) => {
  const ours = await pages.run('listeners', pages.environment, 'clientele')
  const clerk = await pages.run('listeners', pages.environment, 'clerk')
  const cells = ({ reload, touch, focus }: typeof ours) => [reload, touch, focus].map(String)
  return {
    title: 'Listener calls without a change',
    text:
      'How often `addListener` calls back when what comes is what is there. Renders of a ' +
      'hundred readers: [renders.md](renders.md).',
    head: ['', 'reload', 'touch', 'window focus'],
    rows: [
      ['Clientele', ...cells(ours)],
      ['clerk-js', ...cells(clerk)],
    ],
    goals: [{ text: 'none', met: ours.reload + ours.touch + ours.focus === 0 }],
    plots: [],
  }
}
