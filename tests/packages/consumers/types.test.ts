import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { type Consumer, consumerAt, installConsumer } from '../support/consumer.ts'
import { oldest, typescripts } from '../support/versions.ts'

/** As bundlers find modules, and as Node.js does. */
const resolutions = {
  bundler: { module: 'ESNext', moduleResolution: 'Bundler' },
  node: { module: 'NodeNext', moduleResolution: 'NodeNext' },
} as const

type Resolution = keyof typeof resolutions

/** What `tsc` says with every declaration checked, those of the packages among them. */
const check = async (
  { folder, run }: Consumer,
  typescript: string,
  resolution: Resolution,
  files: readonly string[],
) => {
  const compilerOptions = {
    ...resolutions[resolution],
    target: 'ES2022',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    types: [],
    // Asked for where it is written only: it brings the types of React, which the old ones of Vue
    // do not get on with.
    ...(files.some(name => name.endsWith('.tsx')) ? { jsx: 'react-jsx' } : {}),
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
  }
  const file = `tsconfig.${typescript}.${resolution}.${files[0]}.json`
  await writeFile(
    join(folder, file),
    JSON.stringify({ files: files.map(name => `types/${name}`), compilerOptions }),
  )
  try {
    return await run('node', [join('node_modules', typescript, 'bin/tsc'), '-p', file])
  } catch (error) {
    return String(error)
  }
}

describe('with the newest frameworks', () => {
  const consumer = consumerAt(inject('newest'))
  const all = ['core.ts', 'emulator.ts', 'react.tsx', 'vue.ts']

  it.each(Object.keys(typescripts))('%s has nothing to say', async typescript =>
    expect(await check(consumer, typescript, 'bundler', all)).toBe(''),
  )

  it.each(['typescript-5.4', 'typescript-7'])(
    '%s has nothing to say of them as modules of Node.js',
    async typescript => expect(await check(consumer, typescript, 'node', all)).toBe(''),
  )
})

describe('with the oldest frameworks', () => {
  const typescript = 'typescript-5.4'
  let consumer: Consumer
  beforeAll(async () => {
    const dependencies = { ...oldest, [typescript]: typescripts[typescript] ?? '' }
    consumer = await installConsumer('npm', dependencies, inject('packed'))
    return () => consumer.remove()
  })

  it('the oldest TypeScript has nothing to say of the core and the hooks of React', async () =>
    expect(
      await check(consumer, typescript, 'bundler', ['react.tsx', 'core.ts', 'emulator.ts']),
    ).toBe(''))

  it('the oldest TypeScript has nothing to say of the composables of Vue', async () =>
    expect(await check(consumer, typescript, 'bundler', ['vue.ts', 'core.ts'])).toBe(''))
})
