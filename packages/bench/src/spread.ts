/** Several measurements of one thing. */
export interface Spread {
  readonly min: number
  readonly median: number
  readonly max: number
}

/** @throws Error when nothing was measured. */
export const toSpread = (samples: readonly number[]): Spread => {
  const sorted = [...samples].sort((a, b) => a - b)
  const [min, median, max] = [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)]
  if (min === undefined || median === undefined || max === undefined)
    throw new Error('Nothing was measured')
  return { min, median, max }
}

/** Each sample as a multiple of the one beside it: what both met at that moment goes out of it. */
export const toRatios = (samples: readonly number[], limits: readonly number[]): Spread =>
  toSpread(samples.map((sample, index) => sample / (limits[index] ?? Number.NaN)))
