import { defineConfig } from 'tsup'
import { twoBuilds } from '../../scripts/support/two-builds.mjs'

export default defineConfig(
  twoBuilds(
    {
      entry: ['src/index.ts', 'src/node.ts', 'src/testing.ts', 'src/bin.ts'],
      platform: 'node',
    },
    {
      // What is run is a module.
      entry: ['src/index.ts', 'src/node.ts', 'src/testing.ts'],
      // These are ECMAScript modules, or are so with the conditions of a browser, or use globals that
      // are missing in jsdom.
      noExternal: [/^(hono|@hono|@noble|jose|otpauth|yaml)(\/|$)/],
      inject: ['src/commonjs/globals.ts'],
      define: {
        'global.Request': 'Request',
        'global.Response': 'Response',
        'globalThis.Headers': 'Headers',
        'globalThis.crypto': 'crypto',
      },
    },
  ),
)
