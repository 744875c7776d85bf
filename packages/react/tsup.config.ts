import { defineConfig } from 'tsup'
import { twoBuilds } from '../../scripts/support/two-builds.mjs'

export default defineConfig(
  twoBuilds({
    entry: ['index.ts', 'browser.tsx', 'clerk/index.ts', 'clerk-legacy/index.ts'].map(
      file => `src/${file}`,
    ),
    platform: 'neutral',
  }),
)
