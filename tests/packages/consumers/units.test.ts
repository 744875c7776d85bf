import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, inject, it } from 'vitest'
import { consumerAt } from '../support/consumer.ts'
import { workspace } from '../support/workspace.ts'

// The tests of each package once more, where nothing of this workspace can be imported but what is
// published.

/** They read the sources, the docs, or files that are not published. */
const aboutSources: Record<string, readonly string[]> = {
  core: ['attempt-chart-docs.test.ts', 'layers.test.ts', 'run-watch.test.ts'],
  emulator: ['cli.test.ts', 'readme.test.ts', 'contract/**'],
  react: ['bundle.test.ts'],
  vue: ['bundle.test.ts'],
}

const config = `
  const alias = { '@clientele/conformance': import.meta.dirname + '/conformance/index.ts' }
  const project = (name, environment, exclude) => ({
    root: name,
    resolve: { alias },
    test: {
      name,
      environment,
      setupFiles: [import.meta.dirname + '/same-seed.ts'],
      include: ['tests/**/*.test.{ts,tsx}'],
      exclude: exclude.map(file => 'tests/' + file),
      testTimeout: 60_000,
      expect: { poll: { timeout: 20_000 } },
    },
  })
  const excluded = ${JSON.stringify(aboutSources)}
  export default {
    test: {
      projects: Object.entries(excluded).map(([name, files]) =>
        project(name, ['react', 'vue'].includes(name) ? 'happy-dom' : 'node', files)),
    },
  }`

const consumer = consumerAt(inject('newest'))
const folder = join(consumer.folder, 'units')

beforeAll(async () => {
  await mkdir(folder)
  for (const name of Object.keys(aboutSources))
    await cp(join(workspace, `packages/${name}/tests`), join(folder, name, 'tests'), {
      recursive: true,
    })
  await cp(join(workspace, 'tests/same-seed.ts'), join(folder, 'same-seed.ts'))
  await cp(join(workspace, 'packages/conformance/src'), join(folder, 'conformance'), {
    recursive: true,
  })
  await writeFile(join(folder, 'vitest.config.mjs'), config)
  // What the copied configurations of TypeScript extend.
  await writeFile(
    join(consumer.folder, 'tsconfig.json'),
    await readFile(join(workspace, 'tsconfig.json')),
  )
})

it('pass with what is published', { timeout: 900_000 }, async () => {
  const report = join(folder, 'report.json')
  const args = ['run', '--root', folder, '--reporter=json', `--outputFile=${report}`]
  const said = await consumer.run('node', ['node_modules/vitest/vitest.mjs', ...args]).catch(String)
  const text = await readFile(report, 'utf8').catch(() => Promise.reject(new Error(said)))
  const { testResults, numPassedTests } = JSON.parse(text)
  const failures = testResults.flatMap(
    (file: {
      name: string
      message: string
      status: string
      assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
    }) => [
      ...(file.message ? [`${file.name}: ${file.message}`] : []),
      ...file.assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages }) => [fullName, ...failureMessages].join('\n')),
    ],
  )
  expect(failures).toEqual([])
  expect(numPassedTests, said).toBeGreaterThan(1000)
})
