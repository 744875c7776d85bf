/** Milliseconds for connections to end before they are cut. */
const closeTimeout = 3000

/**
 * Runs `work` until Ctrl-C or another signal that ends programs, then everything in `closers`.
 * An error of `work` is printed, and the process ends with code 1.
 *
 * @param {(signal: AbortSignal, closers: (() => Promise<unknown>)[]) => Promise<void>} work
 */
export const untilStopped = async work => {
  const stopping = new AbortController()
  /** @type {(() => Promise<unknown>)[]} */
  const closers = []
  const closeAll = () => Promise.allSettled(closers.map(close => close()))
  const stop = async () => {
    // Ctrl-C comes twice: from the terminal, and from npm, which passes it on.
    if (stopping.signal.aborted) return
    stopping.abort()
    setTimeout(() => process.exit(0), closeTimeout).unref()
    await closeAll()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop())
  try {
    await work(stopping.signal, closers)
  } catch (error) {
    if (stopping.signal.aborted) return
    console.error(error instanceof Error ? error.message : error)
    await closeAll()
    process.exit(1)
  }
}
