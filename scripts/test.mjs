// npm test: installs, then runs the checks of a commit, and ends with one line: N passed, N failed.
import { command, tests } from './support/check-steps.mjs'
import { browser, only, units } from './support/projects.mjs'
import { installAndRun } from './support/run-steps.mjs'

/** Vitest no longer looks for this file by itself. */
const workspace = ['--config', 'vitest.workspace.ts', '--tags-filter', '!matrix']

await installAndRun([
  [
    {
      types: command(['run', 'check:types']),
      build: command(['run', 'build:packages']),
      'vue types': command(['run', 'check:vue-types']),
    },
    {
      format: command(['run', 'check:format']),
      layers: command(['run', 'check:layers']),
      unused: command(['run', 'check:unused']),
    },
  ],
  [{ units: tests([...workspace, ...only(units)]) }],
  [{ packages: tests(['--root', 'tests/packages', '--project', 'packages']) }],
  [{ browser: tests([...workspace, ...only(browser)]) }],
])
