export type RunExclusive = <Result>(task: () => Promise<Result>) => Promise<Result>

/**
 * Runs one task after another. Requests are handled so, so that equal calls give equal answers, ids
 * and
 * tokens.
 */
export const createRunExclusive = (): RunExclusive => {
  let last: Promise<unknown> = Promise.resolve()
  return task => {
    const slot = last.then(task, task)
    last = slot.catch(() => undefined) // the caller gets the failure; the next only waits
    return slot
  }
}
