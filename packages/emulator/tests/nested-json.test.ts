import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Emulator } from '@clientele/emulator'
import { listen } from '@clientele/emulator/node'
import { describe, expect, test } from 'vitest'
import { createFrozen, jane, joe } from './support/browser.ts'
import { createRemote } from './support/control.ts'

/** An object of so many levels, as text. */
const nestedText = (depth: number): string =>
  `{"a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`

const nested = (depth: number): Record<string, unknown> => JSON.parse(nestedText(depth))

/** JSON with an object of so many levels in the place of `here`: to write it out is not for all. */
const withNested = (input: object, depth: number): string =>
  JSON.stringify(input).replace('"here"', nestedText(depth))

/** Each place for JSON of somebody's own, by its path on the control surface and the field. */
const places = {
  'the metadata of a user': ['/users', 'publicMetadata', publicMetadata => ({ publicMetadata })],
  'the other metadata of a user': ['/users', 'unsafeMetadata', json => ({ unsafeMetadata: json })],
  'the metadata of an invitation': [
    '/tickets',
    'publicMetadata',
    publicMetadata => ({ emailAddress: joe.emailAddress, publicMetadata }),
  ],
  'the body of a fault': [
    '/faults',
    'body',
    body => ({ kind: 'status', status: 500, path: '/v1/*', body }),
  ],
  'a value of a fault': [
    '/faults',
    'values.response',
    response => ({ kind: 'rewrite', path: '/v1/*', values: { response } }),
  ],
  'a user of a seed': [
    '/seed',
    'users.0.publicMetadata',
    publicMetadata => ({ users: [{ publicMetadata }] }),
  ],
} satisfies Record<string, [string, string, (json: unknown) => object]>

const cases = Object.entries(places).map(([name, place]) => [name, ...place] as const)

describe.each(cases)('%s', (_, path, field, toInput) => {
  test.each([101, 2500, 7000])('of %i levels is refused, and all goes on', async depth => {
    const emulator = createFrozen()
    const remote = createRemote(emulator)
    const before = JSON.stringify(emulator.export())
    const { status, body } = await remote('POST', path, withNested(toInput('here'), depth))
    expect([status, body.errors[0].meta.param_name]).toEqual([422, field])
    expect(body.errors[0].message).toMatch(/at most 100 levels/)
    expect(JSON.stringify(emulator.export())).toBe(before)
    expect((await remote('POST', '/users', jane)).status).toBe(201)
  })

  test('of 100 levels is taken, exported and imported', async () => {
    const emulator = createFrozen()
    const remote = createRemote(emulator)
    expect((await remote('POST', path, withNested(toInput('here'), 100))).status).toBeLessThan(300)
    const exported = await remote('GET', '/export')
    expect((await remote('POST', '/import', exported.body)).status).toBe(204)
    expect(emulator.export()).toEqual(exported.body)
  })
})

test('what nobody could read in time is not read', async () => {
  const { status, body } = await createRemote(createFrozen())(
    'POST',
    '/users',
    withNested({ firstName: '"[\\', publicMetadata: 'here' }, 1_000_000),
  )
  expect([status, body.errors[0].message]).toEqual([400, 'The body is nested too deeply.'])
})

test('the claims of a JWT template are no deeper either', async () => {
  const { settings } = createFrozen()
  const patch = (depth: number) =>
    settings.patch({ jwtTemplates: { deep: { claims: nested(depth) } } })
  for (const depth of [101, 2500, 7000]) expect(() => patch(depth)).toThrow(/deep\.claims: must be/)
  patch(100)
})

const cycle = () => {
  const record: Record<string, unknown> = {}
  record.self = [record, record]
  return record
}

describe('in-process it is a TypeError that names the field, and changes nothing, for', () => {
  test.each([
    ['2,500 levels', () => nested(2500)],
    ['7,000 levels', () => nested(7000)],
    ['a cycle', cycle],
    ['a BigInt', () => ({ count: 1n })],
    ['a function', () => ({ count: () => 1 })],
  ])('%s', (_, make) => {
    const emulator = createFrozen()
    const { id } = emulator.users.create(jane)
    const before = JSON.stringify(emulator.export())
    const tries: ((publicMetadata: Record<string, unknown>) => unknown)[] = [
      publicMetadata => emulator.users.create({ publicMetadata }),
      publicMetadata => emulator.users.update(id, { publicMetadata }),
      publicMetadata => emulator.tickets.create({ userId: id, publicMetadata }),
      publicMetadata => emulator.organizations.create({ name: 'Acme', publicMetadata }),
      publicMetadata => emulator.import(withMetadata(emulator, publicMetadata)),
    ]
    for (const attempt of tries) {
      expect(() => attempt(make())).toThrow(TypeError)
      expect(() => attempt(make())).toThrow(/publicMetadata: must be JSON/)
    }
    expect(JSON.stringify(emulator.export())).toBe(before)
    emulator.users.create(joe)
  })
})

const withMetadata = (emulator: Emulator, publicMetadata: Record<string, unknown>) => {
  const exported = emulator.export()
  const users = exported.tables.users.map(user => ({ ...user, publicMetadata }))
  return { ...exported, tables: { ...exported.tables, users } }
}

test('a data file stays what it was', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'emulator-'))
  const data = join(folder, 'data.json')
  const { url, close, emulator } = await listen({ data })
  const post = (body: string) =>
    fetch(`${url}/__emulator/users`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    })
  for (const depth of [2500, 7000])
    expect((await post(withNested({ publicMetadata: 'here' }, depth))).status).toBe(422)
  expect((await post(withNested({ ...jane, publicMetadata: 'here' }, 100))).status).toBe(201)
  await close()
  expect(JSON.parse(await readFile(data, 'utf8'))).toEqual(emulator.export())
  const again = await listen({ data })
  expect(again.emulator.users.list()).toHaveLength(1)
  await again.close()
  await rm(folder, { recursive: true })
})
