interface Entry<Inputs, Result> {
  readonly inputs: Inputs
  readonly result: Result
}

const isFor = <Inputs extends readonly unknown[]>(
  inputs: Inputs,
  entry: Entry<Inputs, unknown>,
): boolean => {
  for (let index = 0; index < inputs.length; index++)
    if (inputs[index] !== entry.inputs[index]) return false
  return true
}

/**
 * The same result for the same inputs, by reference. The last two are remembered: a listener that
 * changes the state has the one before told to the others after it, and neither may lose its
 * identity.
 *
 * It runs for every listener of every change, so it allocates nothing when it remembers.
 */
export const memo = <Inputs extends readonly unknown[], Result>(
  make: (...inputs: Inputs) => Result,
) => {
  let last: Entry<Inputs, Result> | undefined
  let before: Entry<Inputs, Result> | undefined
  return (...inputs: Inputs): Result => {
    if (last && isFor(inputs, last)) return last.result
    if (before && isFor(inputs, before)) return before.result
    const result = make(...inputs)
    before = last
    last = { inputs, result }
    return result
  }
}
