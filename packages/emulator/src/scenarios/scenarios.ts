import type { Seed } from '../seed/seed.ts'

/** A bug of the field on a stage: what an emulator begins with, what is set and what goes wrong. */
export interface Scenario {
  readonly name: string
  /** The bug it stages, in a line. */
  readonly summary: string
  readonly seed: Seed
}

const jane = { emailAddress: 'jane@example.com', password: 'correct horse', firstName: 'Jane', lastName: 'Doe' }
const users = [jane]
const tokens = { method: 'POST', path: '/v1/client/sessions/:id/tokens' } as const
const hour = 3_600_000

/** Each knows one user: jane@example.com with the password "correct horse". */
export const scenarios: readonly Scenario[] = [
  {
    name: 'flaky-network',
    summary: 'Requests are late or break off, before and after their effect: none of it is a sign-out.',
    seed: {
      users,
      faults: [
        { kind: 'latency', ms: 400, path: '/v1/*', probability: 0.5 },
        { kind: 'drop', when: 'before-effect', path: '/v1/*', probability: 0.2 },
        { kind: 'drop', when: 'after-effect', path: '/v1/*', probability: 0.1 },
      ],
    },
  },
  {
    name: 'refresh-storm-429',
    summary: 'The first ten token refreshes are answered 429 with Retry-After: clients that ask at once make a storm.',
    seed: { users, faults: [{ kind: 'status', status: 429, retryAfter: 10, count: 10, ...tokens }] },
  },
  {
    name: 'revoked-elsewhere',
    summary: 'Another device revokes the session just before its second token refresh.',
    seed: { users, faults: [{ kind: 'revoke', after: 1, count: 1, ...tokens }] },
  },
  {
    name: 'rotation-race',
    summary:
      'The second read of the client comes with a token that a faster request has superseded: it looks signed out.',
    seed: { users, faults: [{ kind: 'rotation-race', method: 'GET', path: '/v1/client', after: 1, count: 1 }] },
  },
  {
    name: 'clock-skew',
    summary: 'The server says it is an hour later than it is: a clock that trusts it refreshes without end.',
    seed: { users, faults: [{ kind: 'clock-skew', ms: hour, path: '*' }] },
  },
  {
    name: 'html-from-proxy',
    summary: 'A proxy answers the first two reads of the client with a page and status 200.',
    seed: { users, faults: [{ kind: 'html', method: 'GET', path: '/v1/client', count: 2 }] },
  },
  {
    name: 'lost-sign-in-answer',
    summary: 'The first sign-in succeeds, but its answer is lost: trying again must not make a second session.',
    seed: {
      users,
      settings: { singleSession: true },
      faults: [{ kind: 'drop', when: 'after-effect', method: 'POST', path: '/v1/client/sign_ins', count: 1 }],
    },
  },
  {
    name: 'locked-user',
    summary: 'The user is locked for an hour after too many wrong tries: the right password is refused too.',
    seed: { users: [{ ...jane, locked: true }] },
  },
]

/** @throws TypeError that lists the names there are. */
export const findScenario = (name: string): Scenario => {
  const found = scenarios.find(scenario => scenario.name === name)
  if (found) return found
  throw new TypeError(`There is no scenario ${name}: take one of ${scenarios.map(({ name }) => name).join(', ')}.`)
}
