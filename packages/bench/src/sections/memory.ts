import { showNumber, showSpread } from '../report/table.ts'
import { toRatios, toSpread } from '../spread.ts'
import { answersOf } from '../wire.ts'
import type { Measure } from './section.ts'

const mebibyte = 1_048_576

export const heap: Measure = async ({ heapSessions }, pages) => {
  const measure = async (name: 'JSON.parse' | 'clientele' | 'clerk') => {
    const page = await pages.open()
    try {
      await page.call('open', pages.environment, name)
      const before = await page.heap()
      await page.call('fill', heapSessions)
      return ((await page.heap()) - before) / mebibyte
    } finally {
      await page.close()
    }
  }
  const [parsed, ours, clerk] = [
    await measure('JSON.parse'),
    await measure('clientele'),
    await measure('clerk'),
  ]
  const text = (answersOf(heapSessions, 'same text', 1)[0]?.length ?? 0) / mebibyte
  return {
    title: 'Memory',
    text:
      `What ${heapSessions} sessions add to the heap of a page in Chromium, garbage ` +
      'collected; measured once, since it hardly differs.',
    head: ['', 'MiB'],
    rows: [
      ['Clientele', showNumber(ours)],
      ['of which the text of the last answer', showNumber(text)],
      ['clerk-js', showNumber(clerk)],
      ['`JSON.parse` of the answer, text let go', showNumber(parsed)],
    ],
    goals: [
      {
        text: `at most half of clerk-js: ${showNumber(ours / clerk)}`,
        met: ours <= clerk / 2,
        reason:
          'The text of the last answer is kept, so that the same text again is not even ' +
          `parsed; without it this would be ${showNumber((ours - text) / clerk)} of clerk-js. ` +
          'At 1 to 10 sessions, which is what people have, it is a few kilobytes.',
      },
    ],
    plots: [],
  }
}

export const subscribers: Measure = async ({ subscribers: count, rounds }, pages) => {
  const { ours, zustand } = await pages.run('subscribers', pages.environment, count, rounds * 3)
  const ratio = toRatios(ours, zustand)
  return {
    title: 'Many subscribers',
    text:
      `One session of ten changes, and ${count.toLocaleString('en')} subscribers have ` +
      'selected one each: the transition with all that is told, beside a bare zustand store ' +
      'with `subscribeWithSelector` and the same selectors.',
    head: ['', 'ms', 'times zustand'],
    rows: [
      ['Clientele', showSpread(toSpread(ours)), showSpread(ratio)],
      ['zustand', showSpread(toSpread(zustand)), '1'],
    ],
    goals: [
      {
        text: `at most 1.3 times zustand: ${showNumber(ratio.median)}`,
        met: ratio.median <= 1.3,
        reason:
          'A listener that throws harms no other, transitions are told in order, and a ' +
          'listener that unsubscribed meanwhile is not called: that is a list of its own ' +
          'and a `try` for each, some 20 ns.',
      },
    ],
    plots: [],
  }
}
