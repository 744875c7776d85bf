import { defaultClientConditions, defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

// Vitest no longer looks for a workspace file by itself: every script passes this one by --config.
// The source condition lets tests read each package's sources, so none of them needs a build.
const source = '@clientele/source'
const resolve = { conditions: [source, ...defaultClientConditions] }
const ssr = { resolve: { conditions: [source, ...defaultServerConditions] } }

const project = (name: string, root: string, test: Record<string, unknown> = {}) => ({
  root,
  resolve,
  ssr,
  test: { name, include: ['tests/**/*.test.{ts,tsx}'], environment: 'node', ...test },
})

export default defineConfig({
  test: {
    projects: [
      project('core', 'packages/core'),
      project('emulator', 'packages/emulator'),
      project('conformance', 'packages/conformance'),
      project('react', 'packages/react', { environment: 'happy-dom' }),
      project('vue', 'packages/vue', { environment: 'happy-dom' }),
      project('scripts', 'tests/scripts', { include: ['*.test.ts'], testTimeout: 60_000 }),
      project('browser', 'tests/browser', {
        include: ['*.test.ts'],
        // Builds, a browser and an emulator each: one file at a time, and patience for slow machines.
        fileParallelism: false,
        testTimeout: 60_000,
        hookTimeout: 180_000,
      }),
    ],
  },
})
