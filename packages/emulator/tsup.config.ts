import { defineConfig, type Options } from 'tsup'
import { twoBuilds } from '../../scripts/support/two-builds.mjs'

/** The errors of zod in sixty languages, of which nobody reads any: a file each to be loaded. */
const leaveLanguages: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'leave-languages',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /\/locales\/index\.js$/ }, ({ path }) => ({ path, namespace: 'nothing' }))
    onLoad({ filter: /./, namespace: 'nothing' }, () => ({ contents: '' }))
  },
}

export default defineConfig(
  twoBuilds(
    {
      entry: ['src/index.ts', 'src/node.ts', 'src/testing.ts', 'src/bin.ts'],
      platform: 'node',
      // Most of the time until the command listens went into finding and reading their 180 files.
      noExternal: [/^(hono|jose|zod|@noble)(\/|$)/],
      esbuildPlugins: [leaveLanguages],
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
