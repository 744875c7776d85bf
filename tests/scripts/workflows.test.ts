import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'

const root = new URL('../../', import.meta.url)
const folder = new URL('.github/workflows/', root)
const read = (path: string | URL) => readFileSync(new URL(path, root), 'utf8')

interface Job {
  readonly permissions?: Readonly<Record<string, string>>
  readonly 'timeout-minutes'?: number
  readonly strategy?: { readonly matrix: { readonly node: readonly unknown[] } }
  readonly steps: readonly { readonly run?: string; readonly uses?: string }[]
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, Job>>
}

const workflows = Object.fromEntries(
  // as: what is checked below
  readdirSync(folder).map(name => [name, parse(read(new URL(name, folder))) as Workflow]),
)

it.each(Object.keys(workflows))('%s may read, ends, and uses what is pinned', name => {
  const { permissions, jobs } = workflows[name] as Workflow // as: one of those above
  expect(permissions).toEqual({ contents: 'read' })
  for (const job of Object.values(jobs)) {
    expect(job['timeout-minutes']).toBeLessThanOrEqual(60)
    for (const { uses } of job.steps) if (uses) expect(uses).toMatch(/^actions\/[\w-]+@v\d+/)
  }
})

it('CI runs everything, on the least version of Node.js too', () => {
  const { engines } = JSON.parse(read('package.json'))
  const jobs = Object.values(workflows['ci.yml']?.jobs ?? {})
  expect(jobs.flatMap(({ steps }) => steps.map(({ run }) => run))).toContain('.ci/run')
  const least = engines.node.replace('>=', '')
  expect(jobs[0]?.strategy?.matrix.node.map(String)).toContain(`${least}.0`)
})

it('a release runs everything first, and says what it is made of', () => {
  const [job] = Object.values(workflows['release.yml']?.jobs ?? {})
  expect(job?.permissions).toMatchObject({ 'id-token': 'write' })
  const runs = (job?.steps ?? []).flatMap(({ run }) => run ?? [])
  expect(runs[0]).toBe('.ci/run')
  expect(runs[1]).toContain('changeset publish')
})
