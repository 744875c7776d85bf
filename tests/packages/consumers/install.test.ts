import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { runsOn } from '../../runs-on.ts'
import { type Consumer, consumerAt, installConsumer, pnpm } from '../support/consumer.ts'
import { names } from '../support/names.ts'
import { specifier, subpathsOf } from '../support/published.ts'
import { newest, oldest } from '../support/versions.ts'

const specifiers = names.flatMap(name => subpathsOf(name).map(subpath => specifier(name, subpath)))

/** Prints what each import exports, and what it leaves in the global object. */
const imports = `
  const before = new Set(Object.getOwnPropertyNames(globalThis))
  const exported = {}
  for (const name of ${JSON.stringify(specifiers)}) exported[name] = Object.keys(await import(name)).length
  const left = Object.getOwnPropertyNames(globalThis).filter(name => !before.has(name))
  console.log(JSON.stringify({ exported, left }))`

/** Prints what `require` gives another copy of than `import`. */
const copies = `
  import { createRequire } from 'node:module'
  const require = createRequire(import.meta.url)
  const other = []
  for (const name of ${JSON.stringify(specifiers)}) {
    const [required, imported] = [require(name), await import(name)]
    if (Object.keys(imported).some(each => required[each] !== imported[each])) other.push(name)
  }
  console.log(JSON.stringify(other))`

describe.each([
  {
    what: 'npm, the newest frameworks',
    manager: 'npm',
    frameworks: newest,
    open: async () => consumerAt(inject('newest')),
  },
  {
    what: 'pnpm, the newest frameworks',
    manager: 'pnpm',
    frameworks: newest,
    open: () => installConsumer('pnpm', newest, inject('packed')),
  },
  {
    what: 'npm, the oldest frameworks',
    manager: 'npm',
    frameworks: oldest,
    open: () => installConsumer('npm', oldest, inject('packed')),
  },
])('installed by $what', ({ manager, frameworks, open }) => {
  let consumer: Consumer
  beforeAll(async () => {
    consumer = await open()
    return () => (consumer.folder === inject('newest') ? undefined : consumer.remove())
  })

  it('signs in and out in Node.js, and renders in React and Vue', async () => {
    const seen = JSON.parse(await consumer.run('node', ['run.mjs']))
    expect(seen).toEqual({ before: 0, parts: 3, react: '<p>1</p>', vue: '<p>1</p>', after: 0 })
    runsOn('Frameworks', 'React', frameworks.react ?? '')
    runsOn('Frameworks', 'Vue', frameworks.vue ?? '')
    runsOn('Runtimes', 'Node.js', process.versions.node)
  })

  it('imports every subpath, which does nothing', async () => {
    const { exported, left } = JSON.parse(
      await consumer.run('node', ['--input-type=module', '--eval', imports]),
    )
    for (const name of specifiers) expect(exported[name], name).toBeGreaterThan(0)
    // Two libraries leave their own; none of it is ours.
    expect(left.filter((name: string) => !/^__(zod|VUE)_/.test(name))).toEqual([])
  })

  it('requires every subpath, which is the copy that is imported', async () => {
    const other = JSON.parse(await consumer.run('node', ['--input-type=module', '--eval', copies]))
    // The emulator in CommonJS is made for Jest: what it shares with another copy has a name.
    expect(other).toEqual(specifiers.filter(each => each.startsWith('@clientele/emulator')))
  })

  it('has the command of the emulator', async () => {
    const command = join(consumer.folder, 'node_modules/.bin/clientele-emulator')
    expect(await consumer.run(command, ['--help'])).toMatch(/--port/)
    const version =
      manager === 'pnpm' ? pnpm.replace('pnpm@', '') : await consumer.run('npm', ['-v'])
    runsOn('Package managers', manager, version.trim())
  })
})
