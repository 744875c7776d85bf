import { defineConfig, type Options } from 'tsup'
import { compileEarly } from '../../scripts/support/compile-early.mjs'
import { twoBuilds } from '../../scripts/support/two-builds.mjs'

/** Leaves what other entries are made of to them: each would be there twice otherwise. */
const leaveEntries: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'leave-entries',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/(modules\/.*|index)\.ts$/ }, ({ path }) => ({
      path: path.replace(/\.ts$/, '.js'),
      external: true,
    })),
}

// On their own, since one more entry among the others is one more way to cut them into chunks, and
// programs that have nothing to do with it would grow.
const apart = { entry: ['src/development.ts', 'src/native.ts'], esbuildPlugins: [leaveEntries] }
const kept = ['!development.*', '!native.*']

export default defineConfig([
  ...twoBuilds(
    {
      // One entry a subpath of the export map.
      entry: [
        'src/index.ts',
        'src/clerk.ts',
        'src/modules/account.ts',
        'src/modules/attempt-chart.ts',
        'src/attempt-form.ts',
        'src/modules/auth-fetch.ts',
        'src/modules/authorization.ts',
        'src/browser.ts',
        'src/modules/cookies.ts',
        'src/modules/email-link.ts',
        'src/modules/locks.ts',
        'src/modules/native-page.ts',
        'src/modules/passkeys.ts',
        'src/modules/redirect-callback.ts',
        'src/modules/pin.ts',
        'src/modules/persist.ts',
        'src/modules/refresh.ts',
        'src/modules/revalidate.ts',
        'src/server.ts',
        'src/modules/tabs.ts',
        'src/modules/timeline.ts',
        'src/modules/redux-devtools.ts',
        'src/when-loaded.ts',
      ],
      platform: 'neutral',
      esbuildPlugins: [compileEarly],
      clean: ['!**/*.d.ts', '!.tsbuildinfo', '!cjs/**', ...kept],
    },
    {
      esbuildPlugins: [],
      clean: ['**', ...kept],
      // With the conditions of a browser, as Jest has them in jsdom, it is not CommonJS.
      noExternal: ['ofetch'],
    },
  ),
  ...twoBuilds({ ...apart, platform: 'neutral', clean: false }, { clean: false }),
])
