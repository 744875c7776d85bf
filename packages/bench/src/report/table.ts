import type { Spread } from '../spread.ts'

/** One thing that was measured, beside its goal. */
export interface Table {
  readonly title: string
  /** What was done, and how it was measured. */
  readonly text: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** What was aimed at, whether it was reached, and where not, why. */
  readonly goals: readonly Goal[]
}

export interface Goal {
  readonly text: string
  readonly met: boolean
  /** Why not, for one that was missed. */
  readonly reason?: string
}

const digits = (value: number): number => (value >= 100 ? 0 : value >= 10 ? 1 : 2)

export const showNumber = (value: number): string =>
  value.toLocaleString('en', {
    minimumFractionDigits: digits(value),
    maximumFractionDigits: digits(value),
  })

/** `median (minimum–maximum)`. */
export const showSpread = ({ min, median, max }: Spread, unit = ''): string =>
  `${showNumber(median)}${unit} (${showNumber(min)}–${showNumber(max)})`

export const showBytes = (bytes: number): string =>
  bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(bytes < 100_000 ? 2 : 1)} kB`

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const showGoal = ({ text, met, reason }: Goal): string =>
  `- **${met ? 'Met' : 'Missed'}**: ${text}.${!met && reason ? ` ${reason}` : ''}`

/** As Markdown. */
export const showTable = ({ title, text, head, rows, goals }: Table): string =>
  [
    `## ${title}`,
    text,
    [row(head), row(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(row)].join(
      '\n',
    ),
    ...(goals.length > 0 ? [goals.map(showGoal).join('\n')] : []),
  ].join('\n\n')
