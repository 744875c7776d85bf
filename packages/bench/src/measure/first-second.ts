import type { Browser, Page, Request } from 'playwright-core'
import { type Spread, toSpread } from '../spread.ts'
import { visitInTurns, waitForKnown } from '../stage/start-stage.ts'

/** When a page on a phone knows the client. */
export interface FirstSecond {
  readonly name: string
  readonly isSignedIn: boolean
  /** The script is in the browser's cache. */
  readonly isCached: boolean
  /** Milliseconds from the beginning of the page. */
  readonly known: Spread
  /** Its median as a multiple of that of the bare request. */
  readonly timesFloor: number
}

const caches = ['cold', 'cached'] as const // as: its members are a type
type Cache = (typeof caches)[number]

/** Slow 4G, as developer tools have it: bytes a second. */
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
}

const actLikePhone = async (page: Page): Promise<void> => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', network)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
}

/** Visits a page, and says when it knew the client. */
const visitOnce = async (page: Page, url: string): Promise<number> => {
  let asked = 0
  const count = (request: Request) => {
    if (new URL(request.url()).pathname === '/v1/client') asked++
  }
  page.on('request', count)
  const { known } = await waitForKnown(page, url)
  page.off('request', count)
  // What a preloaded answer would be worth is not measured where nobody takes it.
  if (asked !== 1) throw new Error(`${url} asked for the client ${asked} times`)
  return known
}

/** Each page in turn, in a profile of its own: first with an empty cache, and then once more. */
export const measureFirstSecond = async (
  browser: Browser,
  rounds: number,
): Promise<readonly FirstSecond[]> => {
  const kinds = await visitInTurns(
    browser,
    rounds,
    ({ floor, line, padded, ours, preloaded, cdn }) => [floor, line, padded, ours, preloaded, cdn],
    async (page, url): Promise<Record<Cache, number>> => {
      await actLikePhone(page)
      const cold = await visitOnce(page, url)
      return { cold, cached: await visitOnce(page, url) }
    },
  )
  const toKnown = (visits: readonly Record<Cache, number>[], cache: Cache) =>
    toSpread(visits.map(visit => visit[cache]))
  return kinds.flatMap(({ page, isSignedIn, visits }) => {
    // The floor is the one without a script to fetch.
    const bare = kinds.find(
      each => each.page.scripts.length === 0 && each.isSignedIn === isSignedIn,
    )
    return caches.map(cache => {
      const known = toKnown(visits, cache)
      return {
        name: page.name,
        isSignedIn,
        isCached: cache === 'cached',
        known,
        timesFloor: known.median / toKnown(bare?.visits ?? [], cache).median,
      }
    })
  })
}
