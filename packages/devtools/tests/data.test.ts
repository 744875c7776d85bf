import type { TimelineEvent } from '@clientele/core/timeline'
import { addressOf, formatDuration, readClaims, remaining } from '@clientele/views'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differences } from '../src/data/difference.ts'
import { toParams } from '../src/data/methods.ts'
import { readFile, writeFile } from '../src/data/timeline-file.ts'

// What the panel shows, before it is shown.

const at = fc.nat()
const cause = fc.nat()
const ms = fc.nat()
const event: fc.Arbitrary<TimelineEvent> = fc.oneof(
  fc.record({
    id: fc.nat(),
    at,
    kind: fc.constant('request'),
    method: fc.string(),
    path: fc.string(),
  }),
  fc.record({ id: fc.nat(), at, kind: fc.constant('answer'), cause, status: fc.nat(), ms }),
  fc.record({ id: fc.nat(), at, kind: fc.constant('failure'), cause, code: fc.string(), ms }),
  fc.record({
    id: fc.nat(),
    at,
    kind: fc.constant('transition'),
    cause: fc.oneof(cause, fc.string()),
    changes: fc.array(fc.string()),
    listenerCount: fc.nat(),
  }),
)

describe('a timeline as a file', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(event), events => {
        expect(readFile(writeFile(events))).toEqual(events)
      }),
    )
  })

  it.each([
    ['what is no JSON', '{', 'no JSON'],
    ['another file', '{"name":"x"}', 'no timeline'],
    ['a list', '[]', 'no timeline'],
    [
      'an event of no kind',
      '{"format":"clientele-timeline","version":1,"events":[{"id":1,"at":1}]}',
      'Event 1',
    ],
    [
      'a kind that every object has',
      '{"format":"clientele-timeline","version":1,"events":[{"id":1,"at":1,"kind":"toString"}]}',
      'Event 1',
    ],
    [
      'an event without its parts',
      '{"format":"clientele-timeline","version":1,"events":[{"id":1,"at":1,"kind":"request","method":"GET"}]}',
      'Event 1',
    ],
    [
      'a time that is none',
      '{"format":"clientele-timeline","version":1,"events":[{"id":1,"at":1e300,"kind":"request","method":"GET","path":"/"}]}',
      'Event 1',
    ],
    ['another version', '{"format":"clientele-timeline","version":2,"events":[]}', 'version 2'],
  ])('refuses %s', (_, text, said) => {
    expect(() => readFile(text)).toThrow(said)
  })
})

describe('differences', () => {
  it('are none between equals, and name each part that is another', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(differences(value, value)).toEqual([])
      }),
    )
    expect(differences({ a: { b: 1, c: 2 }, d: [1] }, { a: { b: 1, c: 3 }, d: [1, 2] })).toEqual([
      { path: 'a.c', before: 2, after: 3 },
      { path: 'd.1', before: undefined, after: 2 },
    ])
    expect(differences(null, { a: 1 })).toEqual([{ path: '(all)', before: null, after: { a: 1 } }])
  })
})

describe('parameters', () => {
  it('are what was filled in', () => {
    expect(toParams({ identifier: 'ada', password: '', transfer: false })).toEqual({
      identifier: 'ada',
    })
    expect(toParams({ params: ' {"strategy":"email_code"} ' })).toEqual({ strategy: 'email_code' })
    expect(toParams({ params: '' })).toEqual({})
    expect(() => toParams({ params: '3' })).toThrow('an object')
  })
})

describe('a token', () => {
  const jwt = (claims: object) =>
    `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`

  it('says its claims, of any script', () => {
    expect(readClaims(jwt({ name: 'Ådä 💡' }))).toEqual({ name: 'Ådä 💡' })
    for (const wrong of ['', 'x', 'a.b.c', jwt({}).replace('.', '')])
      expect(readClaims(wrong)).toBeUndefined()
  })

  it('has time left, or none', () => {
    expect(remaining({ exp: 10 }, 4_000)).toBe(6_000)
    expect(remaining({ exp: 10 }, 40_000)).toBe(0)
    expect(remaining({}, 0)).toBe(0)
  })
})

it.each([
  [0, '0 s'],
  [59_000, '59 s'],
  [59_001, '1 min 0 s'],
  [3_600_000, '1 h 0 min'],
  [90_000_000, '1 d 1 h'],
])('%i ms are %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text)
})

it.each([
  ['127.0.0.1:4100', 'http://127.0.0.1:4100'],
  ['localhost', 'http://localhost'],
  ['[::1]:4100', 'http://[::1]:4100'],
  ['clerk.example.com', undefined],
  ['localhost.evil.test', undefined],
])('the emulator of a key of %s is at %s', (host, address) => {
  expect(addressOf(`pk_test_${btoa(`${host}$`)}`)).toBe(address)
})

it('a key that is none has no emulator', () => {
  expect(addressOf('pk_test_%')).toBeUndefined()
  expect(addressOf('')).toBeUndefined()
})
