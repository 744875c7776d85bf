import { defineConfig } from 'vitest/config'

// Not among the projects of the workspace: these need a build, and resolve packages as everybody
// does.
const project = (name: string, include: string, globalSetup: readonly string[]) => ({
  test: {
    name,
    include: [include],
    globalSetup: [...globalSetup],
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
})

export default defineConfig({
  test: {
    // As many as there are cores: when not set, one is left alone, which of two is half of them.
    maxWorkers: '100%',
    projects: [
      project('packages', '*.test.ts', ['support/pack.ts']),
      project('consumers', 'consumers/*.test.ts', ['support/pack.ts', 'support/install-newest.ts']),
    ],
  },
})
