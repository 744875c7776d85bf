import { pnpm } from './pnpm.mjs'

/**
 * Runs pnpm and shows what it said only when it failed.
 *
 * @param {string} what
 * @param {readonly string[]} args
 * @param {AbortSignal} signal ends it
 */
export const step = async (what, args, signal) => {
  console.log(`${what}…`)
  const { code, output } = await pnpm(args, { quiet: true, signal })
  if (signal.aborted || code === 0) return
  console.error(output)
  throw new Error(`${what} failed`)
}

export const installArgs = ['install', '--frozen-lockfile']
