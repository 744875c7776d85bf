import type { Browser, Page } from 'playwright-core'
import { type Spread, toSpread } from '../spread.ts'
import { openStartStage, servePages, waitForKnown } from '../stage/start-stage.ts'

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

/** Each page in turn, in a profile of its own: first with an empty cache, and then once more. */
export const measureFirstSecond = async (
  browser: Browser,
  rounds: number,
): Promise<readonly FirstSecond[]> => {
  const stage = await openStartStage(browser)
  const { floor, ours, preloaded, cdn } = stage.pages
  const pages = [floor, ours, preloaded, cdn]
  const served = await servePages(pages)
  const kinds = [false, true].flatMap(isSignedIn =>
    pages.map((page, index) => ({ page, index, isSignedIn })),
  )
  const visits = kinds.map((): Record<Cache, number[]> => ({ cold: [], cached: [] }))
  try {
    for (let round = 0; round < rounds; round++)
      for (const [kind, { index, isSignedIn }] of kinds.entries())
        await stage.inProfile(isSignedIn, async page => {
          await actLikePhone(page)
          for (const cache of caches)
            visits[kind]?.[cache].push((await waitForKnown(page, served.url(index))).known)
        })
  } finally {
    served.close()
    await stage.close()
  }
  const all = kinds.flatMap(({ page, isSignedIn }, kind) =>
    caches.map(cache => ({
      name: page.name,
      isSignedIn,
      isCached: cache === 'cached',
      known: toSpread(visits[kind]?.[cache] ?? []),
    })),
  )
  return all.map(each => {
    const bare = all.find(
      ({ name, isSignedIn, isCached }) =>
        name === floor.name && isSignedIn === each.isSignedIn && isCached === each.isCached,
    )
    return { ...each, timesFloor: each.known.median / (bare?.known.median ?? Number.NaN) }
  })
}
