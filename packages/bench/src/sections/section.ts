import type { Counts } from '../counts.ts'
import type { Bar, BarsOptions } from '../report/plot.ts'
import type { Table } from '../report/table.ts'
import type { BenchPages } from '../stage/bench-page.ts'

/** A table and the plots that belong to it. */
export interface Section extends Table {
  readonly plots: readonly Drawing[]
}

export interface Drawing {
  /** Of its file, without the ending. */
  readonly name: string
  readonly bars: readonly Bar[]
  readonly options: BarsOptions
}

/** Measures one thing, and says what came out. */
export type Measure = (counts: Counts, pages: BenchPages) => Promise<Section>
