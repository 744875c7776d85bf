/** What `work` gives. What it throws is reported instead, and nothing is given then. */
export const guarded = <Result>(
  onError: (error: unknown) => void,
  work: () => Result,
): Result | undefined => {
  try {
    return work()
  } catch (error) {
    onError(error)
    return undefined
  }
}
