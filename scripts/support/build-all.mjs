import { pnpm } from './pnpm.mjs'

/**
 * Runs pnpm, and keeps to itself what it says unless it fails.
 *
 * @param {readonly string[]} args
 * @param {import('./run.mjs').RunOptions} [options]
 */
export const quietly = async (args, options) => {
  const { code, output } = await pnpm(args, { ...options, quiet: true })
  if (code !== 0) throw new Error(`pnpm ${args.join(' ')} failed:\n${output}`)
}

/** Installs what the lockfile says, and builds every package. */
export const buildAll = async () => {
  await quietly(['install', '--frozen-lockfile'])
  await quietly(['run', 'build:packages'])
}
