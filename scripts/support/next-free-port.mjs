const tries = 100

/**
 * Serves on `port`, or on the next one that is free.
 *
 * @template Served
 * @param {number} port
 * @param {(port: number) => Promise<Served>} serve rejects with `EADDRINUSE` when the port is busy
 * @returns {Promise<Served>}
 */
export const onNextFreePort = async (port, serve) => {
  for (let candidate = port; ; candidate++) {
    try {
      return await serve(candidate)
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      if (!busy || candidate >= port + tries) throw error
    }
  }
}
