import type { Browser, Page } from 'playwright-core'
import { type Spread, toSpread } from '../spread.ts'
import { visitInTurns, waitForKnown } from '../stage/start-stage.ts'

export interface PageStart {
  readonly name: string
  /** On the wire. */
  readonly scriptBytes: number
  /** All but the page itself: its scripts, and what they ask the server. */
  readonly requests: number
  /**
   * Milliseconds of the main thread in which the page's scripts were evaluated, compiling included.
   */
  readonly evaluation: Spread
  /** Milliseconds of script, whenever it ran. */
  readonly script: Spread
  /** Milliseconds of the main thread, whatever it did. */
  readonly thread: Spread
  /** Milliseconds from the page's beginning until the client is known. */
  readonly known: Spread
  /** Milliseconds from the answer's text until the client is known, where a page tells it. */
  readonly sinceText: Spread | null
  readonly isSignedIn: boolean
}

interface Visit {
  readonly requests: number
  readonly evaluation: number
  readonly script: number
  readonly thread: number
  readonly known: number
  readonly sinceText: number
}

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** Microseconds. */
  readonly dur?: number
  readonly args: { readonly fileName?: string; readonly data?: { readonly url?: string } }
}

const evaluations = new Set([
  'v8.compile',
  'v8.compileModule',
  'EvaluateScript',
  'v8.evaluateModule',
])

/** What the main thread of the page spent on the scripts of `url`, in milliseconds. */
const readEvaluation = (trace: Buffer, url: string): number => {
  const { traceEvents }: { traceEvents: readonly TraceEvent[] } = JSON.parse(trace.toString())
  const all = traceEvents.filter(({ name, dur }) => dur !== undefined && evaluations.has(name))
  const main = all.find(({ args }) => (args.fileName ?? args.data?.url)?.startsWith(url))
  if (!main) throw new Error(`No script of ${url} was evaluated`)
  // Compiling a classic script is part of evaluating it.
  const spent = all.filter(
    ({ pid, tid, name }) => pid === main.pid && tid === main.tid && name !== 'v8.compile',
  )
  return spent.reduce((sum, { dur = 0 }) => sum + dur / 1000, 0)
}

const visit = async (browser: Browser, page: Page, url: string): Promise<Visit> => {
  let requests = -1
  page.on('request', request => {
    if (!request.url().startsWith('data:') && request.method() !== 'OPTIONS') requests++
  })
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  await browser.startTracing(page, { categories: ['devtools.timeline'] })
  const { known, text } = await waitForKnown(page, url)
  const { metrics } = await devtools.send('Performance.getMetrics')
  const metric = (name: string) =>
    (metrics.find(each => each.name === name)?.value ?? Number.NaN) * 1000
  const evaluation = readEvaluation(await browser.stopTracing(), url)
  return {
    requests,
    evaluation,
    script: metric('ScriptDuration'),
    thread: metric('TaskDuration'),
    known,
    sinceText: known - text,
  }
}

/** Each page in a browser profile that never saw it, in turns. */
export const measurePageStart = async (
  browser: Browser,
  rounds: number,
): Promise<readonly PageStart[]> => {
  const kinds = await visitInTurns(
    browser,
    rounds,
    ({ ours, bundled, cdn }) => [ours, bundled, cdn],
    (page, url) => visit(browser, page, url),
  )
  return kinds.map(({ page, bytes, isSignedIn, visits }) => {
    const spread = (field: keyof Visit) => toSpread(visits.map(each => each[field]))
    const sinceText = spread('sinceText')
    return {
      name: page.name,
      isSignedIn,
      scriptBytes: bytes,
      requests: spread('requests').median,
      evaluation: spread('evaluation'),
      script: spread('script'),
      thread: spread('thread'),
      known: spread('known'),
      sinceText: Number.isNaN(sinceText.median) ? null : sinceText,
    }
  })
}
