export type TakeTurn = <Result>(task: () => Promise<Result>) => Promise<Result>

/**
 * Runs one task after another. Requests take turns, so that equal calls give equal answers, ids and
 * tokens.
 */
export const createTurns = (): TakeTurn => {
  let last: Promise<unknown> = Promise.resolve()
  return task => {
    const turn = last.then(task, task)
    last = turn.catch(() => undefined) // the caller gets the failure; the next turn only waits
    return turn
  }
}
