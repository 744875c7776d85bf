import { type FirstSecond, measureFirstSecond } from '../measure/first-second.ts'
import { measurePageStart } from '../measure/page-start.ts'
import { showBytes, showNumber, showSpread } from '../report/table.ts'
import type { Measure } from './section.ts'

const who = (isSignedIn: boolean): string => (isSignedIn ? 'in' : 'out')

/** At most `limit` times the bare request, signed in and out. */
const goal = (all: readonly FirstSecond[], isCached: boolean, limit: number) => {
  const of = (name: string) => all.filter(each => each.name === name && each.isCached === isCached)
  const timesOf = (name: string) => of(name).map(({ timesFloor }) => timesFloor)
  const times = timesOf('Clientele, preloaded')
  const show = (name: string) => timesOf(name).map(showNumber).join(' and ')
  const padded = of('as many bytes, preloaded')
  const left = padded.map(({ known, timesFloor }) => known.median * (limit / timesFloor - 1))
  const spent = of('Clientele, preloaded').map(
    ({ known }, index) => known.median - (padded[index]?.known.median ?? Number.NaN),
  )
  const showMs = (ms: readonly number[]) => ms.map(each => each.toFixed(0)).join(' and ')
  return {
    text:
      `preloaded, ${isCached ? 'script cached' : 'first visit'}: at most ${limit} times the ` +
      `request alone, signed out and in; ${show('Clientele, preloaded')}`,
    met: times.every(each => each <= limit),
    reason:
      'A script of a single line that only asks takes ' +
      `${show('one line of script, preloaded')}, and one of as many bytes as ours ` +
      `${show('as many bytes, preloaded')}: for all that ours does ${showMs(left)} ms are left ` +
      `of a processor four times slower, and it takes ${showMs(spent)} (decision 012).`,
  }
}

export const firstSecond: Measure = async ({ visits }, { browser }) => {
  const all = await measureFirstSecond(browser, visits)
  const drawn = all.filter(({ isSignedIn, isCached }) => isSignedIn && !isCached)
  return {
    title: 'The first second on a phone',
    text:
      'From the beginning of a page until the client is known, in Chromium that acts like a ' +
      'phone: 150 ms to an answer, 1.6 Mbit/s, a processor four times slower. Each page in a ' +
      'browser profile that never saw it, in turns, and then once more with its script in the ' +
      'cache. *The request alone* is the same `GET /v1/client` by an inline script: nothing can ' +
      'know it sooner. *Preloaded* is with the tag of `@clientele/core/server`; *one line of ' +
      'script* and *as many bytes* as ours are scripts that only make that request. The file of ' +
      'clerk-js comes from the server of the page, where its CDN would be another one. ' +
      'Differences below 60 ms mean nothing.',
    head: ['', 'signed', 'script', 'client known, ms', 'times the request alone'],
    rows: all.map(({ name, isSignedIn, isCached, known, timesFloor }) => [
      name,
      who(isSignedIn),
      isCached ? 'cached' : 'fetched',
      showSpread(known),
      showNumber(timesFloor),
    ]),
    goals: [goal(all, false, 1.35), goal(all, true, 1.05)],
    plots: [
      {
        name: 'first-second',
        bars: drawn.map(({ name, known }) => ({
          label: name,
          value: known.median,
          ours: name.startsWith('Clientele'),
        })),
        options: { title: 'First visit by phone until the client is known, ms', unit: 'ms' },
      },
    ],
  }
}

export const pageStart: Measure = async ({ visits }, { browser }) => {
  const starts = await measurePageStart(browser, visits)
  const [ours, ...others] = starts.filter(({ isSignedIn }) => !isSignedIn)
  const signedIn = starts.find(({ isSignedIn, sinceText }) => isSignedIn && sinceText)
  if (!ours || !signedIn?.sinceText) throw new Error('Nothing was measured')
  const least = Math.min(...others.map(({ evaluation }) => evaluation.median))
  return {
    title: 'From the start of a page until the client is known',
    text:
      'The same pages at the speed of this machine. Requests are all but the page itself. The ' +
      'last column is from the answer’s text until the client is known: parsed, checked, ' +
      'and told.',
    head: [
      '',
      'signed',
      'script, brotli',
      'requests',
      'evaluated in, ms',
      'main thread, ms',
      'client known, ms',
      'since the text, ms',
    ],
    rows: starts.map(start => [
      start.name,
      who(start.isSignedIn),
      showBytes(start.scriptBytes),
      String(start.requests),
      showSpread(start.evaluation),
      showSpread(start.thread),
      showSpread(start.known),
      start.sinceText ? showSpread(start.sinceText) : '',
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
          'What is left is each function that a store needs running for the first time, those of ' +
          'dependencies compiled at that moment, and the request being sent (decision 012).',
      },
      {
        text:
          'known at most 5 ms after the text, signed in: ' +
          `${showNumber(signedIn.sinceText.median)}`,
        met: signedIn.sinceText.median <= 5,
        reason:
          'Functions that run for the first time, those of dependencies compiled at that ' +
          'moment (decision 012); runs of this machine differ by half.',
      },
    ],
    plots: [],
  }
}
