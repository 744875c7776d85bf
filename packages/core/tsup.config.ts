import { defineConfig } from 'tsup'
import { twoBuilds } from '../../scripts/support/two-builds.mjs'

export default defineConfig(
  twoBuilds(
    {
      // One entry a subpath of the export map.
      entry: [
        'src/index.ts',
        'src/clerk.ts',
        'src/development.ts',
        'src/modules/account.ts',
        'src/modules/attempt-chart.ts',
        'src/attempt-form.ts',
        'src/modules/auth-fetch.ts',
        'src/modules/authorization.ts',
        'src/browser.ts',
        'src/modules/cookies.ts',
        'src/modules/email-link.ts',
        'src/modules/locks.ts',
        'src/native.ts',
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
    },
    {
      // With the conditions of a browser, as Jest has them in jsdom, it is not CommonJS.
      noExternal: ['ofetch'],
    },
  ),
)
