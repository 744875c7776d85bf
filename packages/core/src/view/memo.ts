/**
 * The same result for the same inputs, by reference. The last two are remembered: a listener that changes the state has
 * the one before told to the others after it, and neither may lose its identity.
 */
export const memo = <Inputs extends readonly unknown[], Result>(make: (...inputs: Inputs) => Result) => {
  let entries: readonly { readonly inputs: Inputs; readonly result: Result }[] = []
  return (...inputs: Inputs): Result => {
    const hit = entries.find(entry => inputs.every((input, index) => input === entry.inputs[index]))
    if (hit) return hit.result
    const result = make(...inputs)
    entries = [{ inputs, result }, ...entries.slice(0, 1)]
    return result
  }
}
