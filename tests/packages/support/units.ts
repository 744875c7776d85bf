import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Consumer } from './consumer.ts'
import type { Name } from './names.ts'
import { workspace } from './workspace.ts'

/** They read the sources, the docs, or files that are not published. */
const aboutSources: Record<Name, readonly string[]> = {
  core: [
    'attempt-chart-docs.test.ts',
    'classify-docs.test.ts',
    'development.test.ts',
    'layers.test.ts',
    'run-watch.test.ts',
  ],
  emulator: [
    'cli.test.ts',
    'data-lock.test.ts',
    'layout.test.ts',
    'presets.test.ts',
    'readme.test.ts',
    'seed-fields.test.ts',
    'tls.test.ts',
    'contract/**',
  ],
  // What they test is not exported.
  devtools: ['**'],
  react: ['bundle.test.ts'],
  vue: ['bundle.test.ts'],
}

const configFor = (names: readonly Name[]) => `
  const alias = { '@clientele/conformance': import.meta.dirname + '/conformance/src/index.ts' }
  // As in the workspace: what the stores of these tests show is looked through.
  const watch = import.meta.dirname + '/core/tests/support/run-watch/set-up.ts'
  const project = (name, environment, exclude) => ({
    root: name,
    resolve: { alias },
    test: {
      name,
      environment,
      setupFiles: [import.meta.dirname + '/same-seed.ts', ...(name === 'emulator' ? [] : [watch])],
      include: ['tests/**/*.test.{ts,tsx}'],
      exclude: exclude.map(file => 'tests/' + file),
      // As in the workspace: a worker loads everything once.
      isolate: false,
      testTimeout: 60_000,
      expect: { poll: { timeout: 20_000 } },
    },
  })
  const excluded = ${JSON.stringify(aboutSources)}
  export default {
    test: {
      maxWorkers: '100%',
      tags: [{ name: 'matrix' }],
      projects: ${JSON.stringify(names)}.map(name =>
        project(name, ['react', 'vue'].includes(name) ? 'happy-dom' : 'node', excluded[name])),
    },
  }`

interface Report {
  readonly numPassedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

const failuresIn = ({ testResults }: Report): readonly string[] =>
  testResults.flatMap(({ name, message, assertionResults }) => [
    ...(message ? [`${name}: ${message}`] : []),
    ...assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => [fullName, ...failureMessages].join('\n')),
  ])

/** Without the projects that a configuration refers to: they are only in this workspace. */
const copyTypescriptConfig = async (from: string, to: string) => {
  const { references, ...config } = JSON.parse(await readFile(from, 'utf8'))
  await writeFile(to, JSON.stringify(config))
}

const copyTests = async (folder: string, names: readonly Name[]) => {
  await mkdir(folder)
  for (const name of names) {
    const [from, to] = [join(workspace, `packages/${name}/tests`), join(folder, name, 'tests')]
    await cp(from, to, { recursive: true })
    await copyTypescriptConfig(join(from, 'tsconfig.json'), join(to, 'tsconfig.json'))
  }
  await cp(join(workspace, 'tests/same-seed.ts'), join(folder, 'same-seed.ts'))
  // The suites that adapters share, and the store that all of them make.
  for (const shared of ['conformance/src', 'core/tests/support'])
    await cp(join(workspace, 'packages', shared), join(folder, shared), { recursive: true })
  await writeFile(join(folder, 'vitest.config.mjs'), configFor(names))
}

/**
 * Runs the tests of packages once more, where nothing of this workspace can be imported but what is
 * published.
 */
export const runUnits = async (consumer: Consumer, names: readonly Name[]) => {
  const folder = join(consumer.folder, 'units')
  await copyTests(folder, names)
  // What the configurations of the tests extend.
  const config = 'tsconfig.json'
  await copyTypescriptConfig(join(workspace, config), join(consumer.folder, config))
  const file = join(folder, 'report.json')
  const options = ['--tags-filter', '!matrix', '--reporter=json', `--outputFile=${file}`]
  const args = ['run', '--root', folder, ...options]
  const said = await consumer.run('node', ['node_modules/vitest/vitest.mjs', ...args]).catch(String)
  const text = await readFile(file, 'utf8').catch(() => Promise.reject(new Error(said)))
  const report: Report = JSON.parse(text)
  return { failures: failuresIn(report), passed: report.numPassedTests, said }
}
