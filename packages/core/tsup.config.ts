import { defineConfig } from 'tsup'

export default defineConfig({
  // One entry a subpath of the export map.
  entry: {
    index: 'src/index.ts',
    clerk: 'src/clerk.ts',
    'attempt-chart': 'src/modules/attempt-chart.ts',
    'attempt-form': 'src/attempt-form.ts',
    'auth-fetch': 'src/modules/auth-fetch.ts',
    authorization: 'src/modules/authorization.ts',
    browser: 'src/browser.ts',
    cookies: 'src/modules/cookies.ts',
    'email-link': 'src/modules/email-link.ts',
    locks: 'src/modules/locks.ts',
    passkeys: 'src/modules/passkeys.ts',
    'redirect-callback': 'src/modules/redirect-callback.ts',
    pin: 'src/modules/pin.ts',
    persist: 'src/modules/persist.ts',
    refresh: 'src/modules/refresh.ts',
    revalidate: 'src/modules/revalidate.ts',
    server: 'src/server.ts',
    tabs: 'src/modules/tabs.ts',
    timeline: 'src/modules/timeline.ts',
    devtools: 'src/modules/devtools.ts',
    'when-loaded': 'src/when-loaded.ts',
  },
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  // Declarations are made by tsc, once for all who check types.
  clean: ['!types/**'],
  sourcemap: true,
  splitting: true,
  treeshake: false,
})
