/** Hands on what has been read, in the order in which it began to arrive. */
export type Arrive = <Read extends object>(reading: Read | Promise<Read>) => Promise<Read>

// Null when it takes longer than what is in memory takes.
const inTime = <Read>(reading: Promise<Read>): Promise<Read | null> =>
  new Promise(resolve => {
    const timer = setTimeout(() => resolve(null), 0)
    const settle = (read: Read | null) => {
      clearTimeout(timer)
      resolve(read)
    }
    reading.then(settle, () => settle(null))
  })

/**
 * Requests are read side by side: whoever sends half of one keeps nobody waiting. Those that are
 * there at once, as they are in-process, keep their order all the same, so that equal calls give
 * equal answers; one that has to be waited for loses its place.
 */
export const createArrivals = (): Arrive => {
  let last: Promise<unknown> = Promise.resolve()
  return reading => {
    const before = last
    if (!(reading instanceof Promise)) return before.then(() => reading)
    const read = inTime(reading)
    const place = before.then(() => read)
    last = place
    return place.then(kept => kept ?? reading)
  }
}
