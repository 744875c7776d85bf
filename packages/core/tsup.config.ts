import { defineConfig } from 'tsup'

export default defineConfig({
  // One entry a subpath of the export map.
  entry: {
    index: 'src/index.ts',
    clerk: 'src/clerk.ts',
    'attempt-chart': 'src/modules/attempt-chart.ts',
    'email-link': 'src/modules/email-link.ts',
    passkeys: 'src/modules/passkeys.ts',
    'redirect-callback': 'src/modules/redirect-callback.ts',
  },
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  dts: true,
  clean: true,
  sourcemap: true,
  splitting: true,
  treeshake: false,
})
