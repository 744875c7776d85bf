import { defineConfig } from 'tsup'
import { twoBuilds } from '../../scripts/support/two-builds.mjs'

export default defineConfig(
  twoBuilds({
    entry: ['src/index.ts', 'src/clerk.ts', 'src/nuxt.ts'],
    platform: 'neutral',
  }),
)
