import type { Emulator, Fault } from '@clientele/emulator'
import { assert, asyncProperty, double, integer, nat, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFrozen } from './support/browser.ts'

const failing = (more: Partial<Fault> = {}): Fault =>
  ({ kind: 'status', status: 500, path: '*', ...more }) as Fault // as: a part of a union

const statuses = async (emulator: Emulator, count: number): Promise<number[]> => {
  const all = []
  for (let index = 0; index < count; index += 1)
    all.push((await emulator.fetch('/v1/client')).status)
  return all
}

test.each([
  ['/v1/client', '/v1/client', true],
  ['/v1/client', '/v1/client/', true],
  ['/v1/client', '/v1/client/sessions', false],
  ['/v1/client/*', '/v1/client', false],
  ['/v1/client/*', '/v1/client/sessions/sess_1/end', true],
  ['/v1/client/sessions/:id/tokens', '/v1/client/sessions/sess_1/tokens', true],
  ['/v1/client/sessions/:id/tokens', '/v1/client/sessions/sess_1/tokens/name', false],
  ['*', '/.well-known/jwks.json', true],
  ['/.well-known/jwks.json', '/.well-known/jwks.json', true],
])('%s and %s: %s', async (path, asked, isMet) => {
  const emulator = createFrozen()
  emulator.faults.add(failing({ path }))
  expect((await emulator.fetch(asked)).status === 500).toBe(isMet)
})

test('a method is the logical one; preflights are left alone unless they are named', async () => {
  const emulator = createFrozen()
  emulator.faults.add(failing({ method: 'DELETE' }))
  expect((await emulator.fetch('/v1/client?_method=DELETE', { method: 'POST' })).status).toBe(500)
  expect((await emulator.fetch('/v1/client')).status).toBe(200)
  emulator.faults.add(failing())
  expect((await emulator.fetch('/v1/client', { method: 'OPTIONS' })).status).toBe(204)
  emulator.faults.add(failing({ method: 'OPTIONS' }))
  expect((await emulator.fetch('/v1/client', { method: 'OPTIONS' })).status).toBe(500)
})

test('after and count: exactly the requests that are meant', async () => {
  await assert(
    asyncProperty(nat(5), integer({ min: 1, max: 5 }), nat(12), async (after, count, asked) => {
      const emulator = createFrozen()
      emulator.faults.add(failing({ after, count }))
      const met = (await statuses(emulator, asked)).map(status => status === 500)
      expect(met).toEqual(
        Array.from({ length: asked }, (_, index) => index >= after && index < after + count),
      )
      expect(emulator.faults.list()).toHaveLength(asked >= after + count ? 0 : 1)
    }),
    { numRuns: 30 },
  )
})

describe('probability', () => {
  test('is drawn from the seed: the same run meets the same faults, another seed others', async () => {
    const run = async (seed: number) => {
      const emulator = createFrozen({ seed })
      emulator.faults.add(failing({ probability: 0.5 }))
      return statuses(emulator, 40)
    }
    expect(await run(1)).toEqual(await run(1))
    expect(await run(1)).not.toEqual(await run(2))
  })

  test('0 never and 1 always; a half about half the time', async () => {
    const share = async (probability: number) => {
      const emulator = createFrozen()
      emulator.faults.add(failing({ probability }))
      return (await statuses(emulator, 200)).filter(status => status === 500).length / 200
    }
    expect(await share(0)).toBe(0)
    expect(await share(1)).toBe(1)
    expect(Math.abs((await share(0.5)) - 0.5)).toBeLessThan(0.15)
  })
})

test('add and undo in any order leave what was not undone', () => {
  assert(
    property(
      nat(6),
      nat(6),
      double({ min: 0, max: 1, noNaN: true }),
      (size, undone, probability) => {
        const { faults } = createFrozen()
        const undos = Array.from({ length: size }, (_, index) =>
          faults.add(failing({ count: index + 1, probability })),
        )
        undos[undone]?.()
        undos[undone]?.()
        const left = faults.list().map(({ fault }) => fault.count)
        expect(left).toEqual(
          Array.from({ length: size }, (_, index) => index + 1).filter(
            count => count !== undone + 1,
          ),
        )
        faults.clear()
        expect(faults.list()).toEqual([])
      },
    ),
  )
})

test('the list says what was seen and met', async () => {
  const emulator = createFrozen()
  emulator.faults.add(failing({ after: 1 }))
  await statuses(emulator, 3)
  expect(emulator.faults.list()).toMatchObject([
    { id: expect.stringMatching(/^fault_/), fault: { kind: 'status', after: 1 }, seen: 3, met: 2 },
  ])
})

test('what was handed in is not shared', () => {
  const { faults } = createFrozen()
  const body = { list: [1] }
  faults.add({ kind: 'status', status: 500, path: '*', body })
  body.list.push(2)
  expect(faults.list()[0]?.fault).toMatchObject({ body: { list: [1] } })
})

test.each([
  [{ kind: 'latency', path: '*' }, /^Wrong fault: ms: /],
  [{ kind: 'latency', ms: -1, path: '*' }, /ms: /],
  [{ kind: 'status', status: 99, path: '*' }, /status: /],
  [{ kind: 'status', status: 500 }, /path: /],
  [{ kind: 'status', status: 500, path: 'v1/client' }, /path: .*\/v1\/client/],
  [{ kind: 'status', status: 500, path: '/v1/*/x' }, /path: /],
  [{ kind: 'status', status: 500, path: '*', cuont: 1 }, /cuont: is not known here/],
  [{ kind: 'status', status: 500, path: '*', count: 0 }, /count: /],
  [{ kind: 'status', status: 500, path: '*', probability: 2 }, /probability: /],
  [{ kind: 'drop', path: '*' }, /when: /],
  [{ kind: 'nonsense', path: '*' }, /kind: /],
  [{ kind: 'stale', age: 6, path: '*', method: 'HEAD' }, /method: .*age: /],
])('%j is a TypeError that names what is wrong', (fault, message) => {
  const { faults } = createFrozen()
  expect(() => faults.add(fault as never)).toThrow(TypeError)
  expect(() => faults.add(fault as never)).toThrow(message)
  expect(faults.list()).toEqual([])
})

const path = '/v1/*'

test.each<Fault>([
  { kind: 'latency', ms: 1, path },
  { kind: 'drop', when: 'before-effect', path },
  { kind: 'duplicate', path },
  { kind: 'reorder', path },
  { kind: 'stale', path },
  { kind: 'malformed', path },
  { kind: 'rewrite', values: { 'response.status': 'new', b: 1, a: { z: 1, y: 2 } }, path },
  { kind: 'lag', path },
  { kind: 'html', path },
  { kind: 'rotation-race', path },
  { kind: 'revoke', path },
  { kind: 'clock-skew', ms: -1, path },
])('a fault is listed as it was added: %j', fault => {
  const { faults } = createFrozen()
  faults.add(fault)
  expect(faults.list()[0]?.fault).toEqual(fault)
})
