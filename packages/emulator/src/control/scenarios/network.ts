import { createSignIn, createSignUp, readClient, type Scenario, users } from './scenario.ts'

const minute = 60_000

/** What happens to requests on their way. */
export const networkScenarios: readonly Scenario[] = [
  {
    name: 'flaky-network',
    summary:
      'Requests are late or break off, before and after their effect: none of it is a sign-out.',
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
    name: 'offline',
    summary:
      'No request gets through: nobody is signed out by that, and what is asked for fails ' +
      'and is not null.',
    seed: { users, faults: [{ kind: 'drop', when: 'before-effect', path: '/v1/*' }] },
  },
  {
    name: 'clock-skew',
    summary:
      'The server says it is an hour later than it is: a clock that trusts it refreshes ' +
      'without end.',
    seed: { users, faults: [{ kind: 'clock-skew', ms: 60 * minute, path: '*' }] },
  },
  {
    name: 'clock-behind',
    summary:
      'The server says it is an hour earlier than it is: tokens look as if they were of the ' +
      'future, or over.',
    seed: { users, faults: [{ kind: 'clock-skew', ms: -60 * minute, path: '*' }] },
  },
  {
    name: 'late-read',
    summary:
      'The second read of the client is answered after something else was: it must not ' +
      'bring back what is over.',
    seed: { users, faults: [{ kind: 'reorder', after: 1, count: 1, ...readClient }] },
  },
  {
    name: 'repeated-requests',
    summary:
      'Each sign-in and sign-up arrives twice, as from a proxy that tries again: there must ' +
      'not be two of it.',
    seed: {
      users,
      // the second one is of the same client, although the first superseded its token
      settings: { rotationGrace: 10_000 },
      faults: [createSignIn, createSignUp].map(route => ({ kind: 'duplicate', ...route })),
    },
  },
  {
    name: 'lost-sign-in-answer',
    summary:
      'The first sign-in succeeds, but its answer is lost: trying again must not make a ' +
      'second session.',
    seed: {
      users,
      settings: { singleSession: true },
      faults: [{ kind: 'drop', when: 'after-effect', count: 1, ...createSignIn }],
    },
  },
  {
    name: 'lost-sign-up-answer',
    summary:
      'The first sign-up begins, but its answer is lost: trying again must not end at a ' +
      'taken address.',
    seed: { users, faults: [{ kind: 'drop', when: 'after-effect', count: 1, ...createSignUp }] },
  },
  {
    name: 'hanging-sign-in',
    summary:
      'The first sign-in succeeds, and its answer takes a minute: people give up, click ' +
      'again or reload.',
    seed: {
      users,
      faults: [{ kind: 'latency', ms: minute, before: 'answer', count: 1, ...createSignIn }],
    },
  },
  {
    name: 'failing-sign-out',
    summary:
      'The first two sign-outs are answered 503: who wanted to be signed out must not be ' +
      'left signed in silently.',
    seed: {
      users,
      faults: [
        { kind: 'status', status: 503, method: 'DELETE', path: '/v1/client/sessions', count: 2 },
        {
          kind: 'status',
          status: 503,
          method: 'POST',
          path: '/v1/client/sessions/:id/remove',
          count: 2,
        },
        {
          kind: 'status',
          status: 503,
          method: 'POST',
          path: '/v1/client/sessions/:id/end',
          count: 2,
        },
      ],
    },
  },
]
