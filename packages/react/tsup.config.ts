import { defineConfig } from 'tsup'
import { twoBuilds } from '../../scripts/support/two-builds.mjs'

export default defineConfig(
  twoBuilds({
    entry: ['src/index.ts', 'src/clerk/index.ts', 'src/clerk-legacy/index.ts'],
    platform: 'neutral',
  }),
)
