import { fileURLToPath } from 'node:url'
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

// Every store that these tests make is watched: nothing secret may turn up anywhere in the whole run.
const runWatch = fileURLToPath(new URL('packages/core/tests/support/run-watch', import.meta.url))
const watched = (name: string, environment = 'node') => {
  const { resolve, ssr, ...rest } = project(name, `packages/${name}`, {
    environment,
    setupFiles: [`${runWatch}/set-up.ts`],
  })
  const alias = [{ find: /^@clientele\/core$/, replacement: `${runWatch}/watched-core.ts` }]
  return { ...rest, resolve: { ...resolve, alias }, ssr }
}

export default defineConfig({
  test: {
    projects: [
      watched('core'),
      project('emulator', 'packages/emulator'),
      project('conformance', 'packages/conformance'),
      watched('react', 'happy-dom'),
      watched('vue', 'happy-dom'),
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
