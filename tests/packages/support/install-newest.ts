import type { TestProject } from 'vitest/node'
import { installConsumer } from './consumer.ts'
import { newest, runtimes, testRunners, testTools, tools, typescripts } from './versions.ts'

/** Installs once what most of the tests of consumers need. Comes after the packing. */
export const setup = async (project: TestProject) => {
  const { packed } = project.getProvidedContext()
  const programs = Object.fromEntries(
    Object.values(runtimes).map(({ package: name, version }) => [name, version]),
  )
  const { folder, remove } = await installConsumer(
    'npm',
    { ...newest, ...tools, ...testRunners, ...testTools, ...typescripts, ...programs },
    packed,
  )
  project.provide('newest', folder)
  return remove
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of a consumer with the newest of everything. */
    readonly newest: string
  }
}
