// npm run test:matrix: installs, builds, then runs what is heavy and rarely breaks: installed
// packages, other versions of frameworks and tools, long runs, every browser journey, applications
// that render on a server. Compares docs/runs-on.md with what has passed; `--update` writes it.
import { command, tests } from './support/check-steps.mjs'
import { browser, only, units, versions } from './support/projects.mjs'
import { installAndRun } from './support/run-steps.mjs'
import { runsOnPage } from './support/runs-on.mjs'
import { taggedFiles } from './support/tagged-files.mjs'

/** Vitest no longer looks for this file by itself. */
const workspace = ['--config', 'vitest.workspace.ts']
const tagged = [...workspace, '--tags-filter', 'matrix']

await installAndRun([
  [
    { build: command(['run', 'build:packages']) },
    { 'unused, published': command(['run', 'check:unused-published']) },
    { documentation: command(['run', 'docs:build']) },
  ],
  [{ units: tests([...tagged, ...only(units), ...taggedFiles('matrix')]) }],
  [{ versions: tests([...workspace, ...only([...versions, 'recipes'])]) }],
  [{ consumers: tests(['--root', 'tests/packages', '--project', 'consumers']) }],
  [{ browser: tests([...tagged, ...only(browser)]) }],
  [{ frameworks: tests(['--root', 'tests/frameworks', '--project', 'frameworks']) }],
  [{ 'runs on': runsOnPage(process.argv.includes('--update')) }],
])
