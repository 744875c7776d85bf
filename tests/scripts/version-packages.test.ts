import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'

const workspace = fileURLToPath(new URL('../..', import.meta.url))
const script = join(workspace, 'scripts/version-packages.mjs')
const names = ['core', 'react', 'vue', 'emulator'] as const
const copied = ['package.json', 'pnpm-workspace.yaml', '.changeset']

/** The part of a manifest that the tests look at. */
interface Manifest {
  readonly version: string
  readonly peerDependencies?: Readonly<Record<string, string>>
}

let folder: string

const read = (path: string) => readFile(join(folder, path), 'utf8')
const manifestOf = async (name: string): Promise<Manifest> =>
  JSON.parse(await read(`packages/${name}/package.json`))

describe('npm run version-packages', () => {
  let next: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clientele-version-'))
    for (const path of copied)
      await cp(join(workspace, path), join(folder, path), { recursive: true })
    await cp(join(workspace, 'packages'), join(folder, 'packages'), {
      recursive: true,
      filter: path => !['node_modules', 'dist', 'src', 'tests'].includes(basename(path)),
    })
    const changeset = "---\n'@clientele/vue': minor\n---\n\nA change of one package.\n"
    await writeFile(join(folder, '.changeset/change.md'), changeset)
    const [major, minor] = (await manifestOf('core')).version.split('.')
    next = `${major}.${Number(minor) + 1}.0`
    await promisify(execFile)('node', [script, folder])
    return () => rm(folder, { recursive: true })
  }, 60_000)

  it.each(names)('gives %s the next version, which is no major one, and its log', async name => {
    expect((await manifestOf(name)).version).toBe(next)
    expect(await read(`packages/${name}/CHANGELOG.md`)).toContain(`## ${next}`)
  })

  it('says in the log of a package what changed there', async () => {
    expect(await read('packages/vue/CHANGELOG.md')).toContain('A change of one package.')
  })

  it.each(['react', 'vue', 'emulator'])('leaves the range of the core in %s as it is', async name =>
    expect((await manifestOf(name)).peerDependencies).toMatchObject({
      '@clientele/core': 'workspace:^',
    }),
  )
})
