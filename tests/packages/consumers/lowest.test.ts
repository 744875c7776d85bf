import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { checkTypes } from '../support/check-types.ts'
import { type Consumer, type Dependencies, installConsumer } from '../support/consumer.ts'
import { runUnits } from '../support/units.ts'
import { lowestOf, newest, testTools, typescripts } from '../support/versions.ts'

// The ranges in the manifests promise that their lowest versions do.

const packed = inject('packed')
const ofCore = lowestOf('core', packed)
const ofEmulator = lowestOf('emulator', packed)
const typescript = 'typescript-5.9'

const versionsIn = async (folder: string, names: readonly string[]): Promise<Dependencies> => {
  const read = async (name: string) =>
    JSON.parse(await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version
  return Object.fromEntries(await Promise.all(names.map(async name => [name, await read(name)])))
}

describe('with the lowest versions of what the packages need', () => {
  let consumer: Consumer

  beforeAll(async () => {
    const tools = { ...newest, ...testTools, [typescript]: typescripts[typescript] ?? '' }
    // Both need zod: the one that an application has is the core's, the emulator brings its own.
    const { zod = '' } = ofEmulator
    consumer = await installConsumer('npm', { ...tools, ...ofEmulator, ...ofCore }, packed, {
      '@clientele/emulator': { zod },
    })
    return () => consumer.remove()
  })

  it('these are what is installed', async () => {
    const { zod, ...others } = ofEmulator
    const top = { ...others, ...ofCore }
    expect(await versionsIn(consumer.folder, Object.keys(top))).toEqual(top)
    const emulator = join(consumer.folder, 'node_modules/@clientele/emulator')
    expect(await versionsIn(emulator, ['zod'])).toEqual({ zod })
  })

  it('signs in and out in Node.js, and renders in React and Vue', async () => {
    const seen = JSON.parse(await consumer.run('node', ['run.mjs']))
    expect(seen).toEqual({ before: 0, parts: 3, react: '<p>1</p>', vue: '<p>1</p>', after: 0 })
  })

  it('TypeScript has nothing to say of the declarations', { timeout: 300_000 }, async () => {
    const files = ['core.ts', 'emulator.ts', 'react.tsx', 'vue.ts']
    expect(await checkTypes(consumer, typescript, 'bundler', files)).toBe('')
  })

  it('the unit tests of the core and of the emulator pass', { timeout: 900_000 }, async () => {
    const { failures, passed, said } = await runUnits(consumer, ['core', 'emulator'])
    expect(failures).toEqual([])
    expect(passed, said).toBeGreaterThan(1000)
  })
})
