import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defaultClientConditions, defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'
import { reactCompiler } from './packages/conformance/src/react-compiler.ts'
import { compileRecipes } from './tests/recipes/compile-recipes.ts'
import type { RunsOn } from './tests/runs-on.ts'

// Vitest no longer looks for a workspace file by itself: every script passes this one by --config.
// The source condition lets tests read each package's sources, so none of them needs a build.
const source = '@clientele/source'
const resolve = { conditions: [source, ...defaultClientConditions] }
const ssr = { resolve: { conditions: [source, ...defaultServerConditions] } }

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const sameSeed = at('tests/same-seed.ts')

const project = (name: string, root: string, test: Record<string, unknown> = {}) => ({
  root,
  resolve,
  ssr,
  // No test waits for a clock: patience is for machines that do other things besides.
  test: {
    name,
    include: ['tests/**/*.test.{ts,tsx}'],
    environment: 'node',
    // No file leaves anything behind for the next one, so that a worker loads everything once.
    isolate: false,
    testTimeout: 30_000,
    expect: { poll: { timeout: 20_000 } },
    ...test,
  },
})

// Nothing secret may turn up anywhere in the whole run: what the stores of these tests show is
// looked through after each of them.
const watched = { setupFiles: [sameSeed, at('packages/core/tests/support/run-watch/set-up.ts')] }
const adapter = { ...watched, environment: 'happy-dom' }

/** What all tests of a project show to work: a package that another one has, by its name there. */
const showing = (name: string, folder: string, dependency: string) => {
  const { devDependencies } = JSON.parse(readFileSync(at(`${folder}/package.json`), 'utf8'))
  const shown: RunsOn = { kind: 'Frameworks', name, version: devDependencies[dependency] }
  const setupFiles = [...watched.setupFiles, at('tests/runs-on-version.ts')]
  return { ...adapter, setupFiles, env: { RUNS_ON: JSON.stringify(shown) } }
}

/** The same tests with another version of a framework, which a package of `tests` holds. */
const withVersion = (
  title: string,
  framework: string,
  version: string,
  names: readonly string[],
) => {
  const folder = `${framework}-${version}`
  const alias = names.map(name => ({
    find: new RegExp(`^${name}(?=/|$)`),
    replacement: at(`tests/${folder}/node_modules/${name}`),
  }))
  const shown = showing(title, `tests/${folder}`, framework)
  const test = {
    ...shown,
    env: { ...shown.env, FRAMEWORK_VERSION: version },
    exclude: ['tests/bundle.test.ts'],
  }
  return { ...project(folder, `packages/${framework}`, test), resolve: { ...resolve, alias } }
}

/** The same tests, after the React Compiler went over hooks and components. */
const compiled = () => ({
  ...project('react-compiler', 'packages/react', {
    ...showing('React Compiler', 'packages/conformance', 'babel-plugin-react-compiler'),
    exclude: ['tests/bundle.test.ts'],
  }),
  plugins: [reactCompiler()],
})

/**
 * What stands in docs/recipes, each compiled as its framework does it, in the versions of it that
 * are for browsers.
 */
const recipes = () => ({
  ...project('recipes', 'tests/recipes', {
    include: ['*.test.ts'],
    environment: 'happy-dom',
    globalSetup: 'extract.mjs',
    testTimeout: 30_000,
    server: { deps: { inline: [/svelte/, /solid-js/, /preact/, /lit/, /@angular/] } },
  }),
  plugins: [compileRecipes()],
})

export default defineConfig({
  test: {
    // As many as there are cores: when not set, one is left alone, which of two is half of them.
    maxWorkers: '100%',
    tags: [
      {
        name: 'matrix',
        description:
          'What takes long and rarely breaks: not in `npm test`, only in `npm run test:matrix`',
      },
    ],
    projects: [
      project('core', 'packages/core', watched),
      project('emulator', 'packages/emulator', { setupFiles: [sameSeed] }),
      project('bench', 'packages/bench'),
      project('conformance', 'packages/conformance', watched),
      project('react', 'packages/react', adapter),
      project('vue', 'packages/vue', adapter),
      project('devtools', 'packages/devtools'),
      withVersion('React', 'react', '18', ['react', 'react-dom']),
      withVersion('Vue', 'vue', '3.3', ['vue']),
      compiled(),
      recipes(),
      project('consumer', 'tests/consumer', { include: ['*.test.ts'], testTimeout: 60_000 }),
      project('members', 'tests/members', { include: ['*.test.ts'], testTimeout: 120_000 }),
      // Nothing of these tests goes out of this machine.
      project('servers', 'tests/servers', {
        include: ['*.test.ts'],
        env: { CLERK_TELEMETRY_DISABLED: '1' },
      }),
      project('docs', '.', {
        include: ['tests/docs/*.test.ts', 'docs/snippets/testing/*.test.{ts,tsx}'],
      }),
      project('scripts', 'tests/scripts', { include: ['*.test.ts'], testTimeout: 60_000 }),
      project('browser', 'tests/browser', {
        include: ['*.test.ts'],
        // One browser and one build of each page in a run, an emulator for each file, which
        // takes a free port. Patience is for slow machines.
        globalSetup: 'harness/run.ts',
        isolate: false,
        maxWorkers: 2,
        sequence: { groupOrder: 1 },
        testTimeout: 60_000,
        hookTimeout: 180_000,
      }),
    ],
  },
})
