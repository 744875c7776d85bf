import type { Counts } from './counts.ts'
import { describeMachine } from './machine.ts'
import { drawBars } from './report/plot.ts'
import { showTable } from './report/table.ts'
import { heap, subscribers } from './sections/memory.ts'
import { listeners, refreshes } from './sections/refresh.ts'
import type { Measure, Section } from './sections/section.ts'
import { adapterSizes, jobSizes, partSizes } from './sections/sizes.ts'
import { firstSecond, pageStart } from './sections/start.ts'
import { cachedTokens, concurrentTokens } from './sections/tokens.ts'
import { emulator, workspace } from './sections/workshop.ts'
import { openBenchPages } from './stage/bench-page.ts'

/** What a run gives: a page of Markdown, and images beside it. */
export interface Figures {
  readonly text: string
  /** By their file’s name. */
  readonly images: Readonly<Record<string, string>>
}

const measures: readonly Measure[] = [
  jobSizes,
  partSizes,
  adapterSizes,
  refreshes,
  listeners,
  cachedTokens,
  concurrentTokens,
  heap,
  subscribers,
  firstSecond,
  pageStart,
  emulator,
  workspace,
]

const intro = `# Figures

Made by \`npm run bench\`, which measures this and its peers on the same work in one run \
and writes this page. Values are medians, with the minimum and the maximum behind them where a \
thing was measured more than once;
compare ratios, which come from one run, and not times of two machines.`

const show = (section: Section): string => {
  const images = section.plots.map(
    ({ name, options }) => `![${options.title}](figures/${name}.svg)`,
  )
  return [showTable(section), ...images].join('\n\n')
}

/** @param tell of each part when it is done. */
export const runBench = async (
  counts: Counts,
  tell: (section: Section) => void = () => {},
): Promise<Figures> => {
  const pages = await openBenchPages()
  try {
    const sections: Section[] = []
    for (const measure of measures) {
      const section = await measure(counts, pages)
      sections.push(section)
      tell(section)
    }
    const drawings = sections.flatMap(({ plots }) => plots)
    return {
      text: `${[intro, describeMachine(pages.browser), ...sections.map(show)].join('\n\n')}\n`,
      images: Object.fromEntries(
        drawings.map(({ name, bars, options }) => [`${name}.svg`, drawBars(bars, options)]),
      ),
    }
  } finally {
    await pages.close()
  }
}
