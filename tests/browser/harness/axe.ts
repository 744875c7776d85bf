import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'

/** Its text. */
export const axeSource = readFile(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

/** How somebody looks at a page. */
export interface Look {
  readonly colorScheme: 'light' | 'dark'
  readonly width: number
}

/** Light and dark, wide and narrow. */
export const allLooks: readonly Look[] = (['light', 'dark'] as const).flatMap(colorScheme =>
  [1280, 390].map(width => ({ colorScheme, width })),
)

/**
 * A page of a profile of its own, into which axe may be put: its policy would not let anything
 * strange in.
 */
export const openForAxe = async (browser: Browser): Promise<Page> => {
  const context = await browser.newContext({
    bypassCSP: true,
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(30_000)
  return context.newPage()
}

const describe = ({ violations }: AxeResults): readonly string[] =>
  violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${id} at ${target.join(' ')}: ${failureSummary.split('\n')[1]?.trim()}`,
    ),
  )

/** Whether a page has to be scrolled sideways. */
export const findOverflow = async (page: Page): Promise<readonly string[]> => {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  )
  return overflow > 0 ? [`${overflow} px wider than the window`] : []
}

/**
 * Everything that axe finds wrong with what a page shows now.
 *
 * @param exclude selectors of what is looked at elsewhere
 * @param rules those alone; all of them when left out
 */
export const findViolations = async (
  page: Page,
  looks: readonly Look[] = allLooks,
  exclude: readonly string[] = [],
  rules?: readonly string[],
): Promise<readonly string[]> => {
  if (!(await page.evaluate(() => 'axe' in window)))
    await page.addScriptTag({ content: await axeSource })
  const found: string[] = []
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    const results = await page.evaluate(
      ({ exclude, rules }) => {
        // as: put in above
        const { axe } = window as unknown as typeof globalThis & { axe: typeof import('axe-core') }
        const context = { include: ['html'], exclude: exclude.map(selector => [selector]) }
        const only = rules && { runOnly: [...rules] }
        return axe.run(context, { resultTypes: ['violations'], preload: false, ...only })
      },
      { exclude, rules },
    )
    found.push(...(await findOverflow(page)).map(text => `${colorScheme} ${width}: ${text}`))
    found.push(...describe(results).map(text => `${colorScheme} ${width}: ${text}`))
  }
  return found
}
