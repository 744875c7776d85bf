import { showNumber, showSpread } from '../report/table.ts'
import { toSpread } from '../spread.ts'
import type { Measure } from './section.ts'

export const cachedTokens: Measure = async ({ rounds, tokenCalls }, pages) => {
  const ours = toSpread(
    await pages.run('cachedToken', pages.environment, 'clientele', rounds, tokenCalls),
  )
  // A thousand times slower: fewer calls show it as well.
  const few = Math.ceil(tokenCalls / 1000)
  const clerk = toSpread(await pages.run('cachedToken', pages.environment, 'clerk', rounds, few))
  const supabase = toSpread(await pages.run('cachedSupabaseSession', rounds, tokenCalls))
  const clocks = toSpread(await pages.run('clocks', rounds, tokenCalls))
  const rows = [
    { label: 'Clientele, `browserModules()`', spread: ours, ours: true },
    { label: 'clerk-js', spread: clerk, ours: false },
    { label: 'supabase `getSession()`', spread: supabase, ours: false },
    { label: 'both clocks of a page', spread: clocks, ours: false },
  ]
  return {
    title: 'A token that is here already',
    text:
      'One awaited call of `getToken()`, in Chromium, with the cookies that backends read ' +
      'kept up to date. clerk-js writes its cookies at every call. By both clocks, the one that ' +
      'can be set and the one that may sleep, a token is known to be valid still.',
    head: ['', 'µs a call', 'times ours'],
    rows: rows.map(({ label, spread }) => [
      label,
      showSpread(spread),
      showNumber(spread.median / ours.median),
    ]),
    goals: [
      {
        text: `at most 1 µs: ${showNumber(ours.median)}`,
        met: ours.median <= 1,
        reason:
          `${showNumber(clocks.median)} of it is a look at both clocks, which Chromium takes so ` +
          `long for; rounds of this machine differ: ${showSpread(ours)}.`,
      },
    ],
    plots: [
      {
        name: 'cached-token',
        bars: rows.slice(0, -1).map(({ label, spread, ours }) => ({
          label: label.replaceAll('`', ''),
          value: spread.median,
          ours,
        })),
        options: { title: 'getToken() from the cache, µs a call', unit: 'µs', logarithmic: true },
      },
    ],
  }
}

export const concurrentTokens: Measure = async (_, pages) => {
  const ours = await pages.run('concurrentTokens', pages.environment, 'clientele')
  const clerk = await pages.run('concurrentTokens', pages.environment, 'clerk')
  return {
    title: 'A hundred callers at a time',
    text: 'Requests that a hundred calls of `getToken()` in one turn make.',
    head: ['', 'nothing cached', '`skipCache`'],
    rows: [
      ['Clientele', String(ours.cold), String(ours.skipCache)],
      ['clerk-js', String(clerk.cold), String(clerk.skipCache)],
    ],
    goals: [{ text: 'one each', met: ours.cold === 1 && ours.skipCache === 1 }],
    plots: [],
  }
}
