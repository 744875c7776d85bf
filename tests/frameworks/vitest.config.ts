import { defineConfig } from 'vitest/config'

// Not among the projects of the workspace: the examples are given the packages as they are
// published, which needs a build.
export default defineConfig({
  test: {
    name: 'frameworks',
    include: ['*.test.ts'],
    globalSetup: ['../packages/support/pack.ts', '../browser/harness/run.ts'],
    // Installing and building take both cores, and other tests measure how long a page takes.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 300_000,
  },
})
