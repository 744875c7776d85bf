/** Hands on what has been read, in the order in which it began to arrive. */
export type Arrive = <Read extends object>(reading: Read | Promise<Read>) => Promise<Read>

/**
 * Requests are read side by side: whoever sends half of one keeps nobody waiting. Those that are
 * there at once, as they are in-process, keep their order all the same, so that equal calls give
 * equal answers; one that has to be waited for loses its place.
 */
export const createArrivals = (): Arrive => {
  let last: Promise<unknown> = Promise.resolve()
  let soon: Promise<null> | null = null
  // What is in memory is read before any timer runs; all that is read at a time shares one.
  const tooLate = (): Promise<null> => {
    soon ??= new Promise(resolve => {
      setTimeout(() => {
        soon = null
        resolve(null)
      }, 0)
    })
    return soon
  }
  return reading => {
    const before = last
    if (!(reading instanceof Promise)) return before.then(() => reading)
    const read = Promise.race([reading, tooLate()]).catch(() => null)
    const place = before.then(() => read)
    last = place
    return place.then(kept => kept ?? reading)
  }
}
