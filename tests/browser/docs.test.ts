import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findOverflow, findViolations, type Look, openForAxe } from './harness/axe.ts'
import { openBrowser } from './harness/browser.ts'
import { listenForComplaints } from './harness/complaints.ts'
import { matrix } from './harness/sets.ts'
import { type StaticServer, serveFolder } from './harness/static-server.ts'
import { inWorkspace } from './harness/workspace.ts'

// Every page of the site, as it was built last.

const site = inWorkspace('docs/.vitepress/dist')
const wide: readonly Look[] = [{ colorScheme: 'light', width: 1280 }]
const narrow: readonly Look[] = [{ colorScheme: 'dark', width: 390 }]
const tabs = 2

/**
 * What is the same on every page, and code, in which each word is an element of its own: axe takes
 * seconds for it, so it looks at it once.
 */
const shell = ['pre', '.VPNav', '.VPLocalNav', '.VPSidebar', '.VPDocAside']
const wholePages = ['/', '/guide/examples', '/guide/testing', '/reference/@clientele/core/tabs']

/** The pages, each with its address and its HTML. */
const readPages = (): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(site, { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.html') && file !== '404.html')
      .map(file => [
        `/${file.replace(/(index)?\.html$/, '')}`,
        readFileSync(join(site, file), 'utf8'),
      ]),
  )

/**
 * One theme makes all pages, so axe, which takes seconds for one, looks at every third, in turns.
 */
const lookByAxe = (page: Page, path: string, place: number): Promise<readonly string[]> => {
  if (wholePages.includes(path)) return findViolations(page, [...wide, ...narrow])
  if (place % 3 !== 0 || path.startsWith('/reference/')) return Promise.resolve([])
  return findViolations(page, place % 2 === 0 ? wide : narrow, shell)
}

const decode = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"')

/** What a page links or loads of this site, that is not there. */
const brokenOf = (pages: ReadonlyMap<string, string>, path: string): readonly string[] =>
  [...(pages.get(path) ?? '').matchAll(/ (?:href|src|srcset)="([^"]+)"/g)].flatMap(([, found]) => {
    const { origin, pathname, hash } = new URL(decode(found ?? ''), `http://site${path}`)
    if (origin !== 'http://site') return []
    const target = pages.get(decodeURI(pathname))
    const isThere =
      target === undefined
        ? existsSync(join(site, decodeURI(pathname))) && !pathname.endsWith('/')
        : hash === '' || target.includes(` id="${decodeURIComponent(hash.slice(1))}"`)
    return isThere ? [] : [`${path} leads to ${pathname}${hash}, which is not there`]
  })

describe('the site of the documentation', matrix, () => {
  let server: StaticServer
  let browser: Browser
  let pages: ReadonlyMap<string, string>

  beforeAll(async () => {
    if (!existsSync(site)) throw new Error('The site is not built: `npm run docs:build` first')
    pages = readPages()
    server = await serveFolder(site)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  it('has no link that leads nowhere', () => {
    expect(pages.size).toBeGreaterThan(80)
    expect([...pages.keys()].flatMap(path => brokenOf(pages, path))).toEqual([])
  })

  it('says what is new in each package', () => {
    const changes = pages.get('/changelog') ?? ''
    const found = ['core', 'react', 'vue', 'emulator'].map(name =>
      changes.includes(`@clientele/${name}<`),
    )
    expect(found).toEqual([true, true, true, true])
  })

  it('says nothing to the console, fits a telephone, and has nothing that axe finds', async () => {
    const left = [...pages.keys()]
    const found: string[] = []
    const look = async (page: Page) => {
      const complaints = await listenForComplaints(page)
      page.on('response', response => {
        if (response.status() >= 400) found.push(`${response.status()} ${response.url()}`)
      })
      for (let path = left.shift(); path !== undefined; path = left.shift()) {
        await page.goto(`${server.url}${path}`)
        await page.setViewportSize({ width: 390, height: 900 })
        const violations = [
          ...(await findOverflow(page)),
          ...(await lookByAxe(page, path, left.length)),
        ]
        found.push(...violations.map(text => `${path}: ${text}`))
        found.push(...complaints.splice(0).map(text => `${path}: ${text}`))
      }
    }
    await Promise.all(Array.from({ length: tabs }, () => openForAxe(browser).then(look)))
    expect(found).toEqual([])
  }, 600_000)
})
