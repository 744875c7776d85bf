/** Runs one task after another. Requests take turns, so that equal calls give equal answers, ids and tokens. */
export const createTurns = (): (<Result>(task: () => Promise<Result>) => Promise<Result>) => {
  let last: Promise<unknown> = Promise.resolve()
  return task => {
    const turn = last.then(task, task)
    last = turn.catch(() => undefined) // the caller gets the failure; the next turn only waits
    return turn
  }
}
