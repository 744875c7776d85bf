import { readClient, type Scenario, users } from './scenario.ts'

/** What a page meets before it knows who is signed in. */
export const bootingScenarios: readonly Scenario[] = [
  {
    name: 'server-down',
    summary: 'Every request is answered 503: a page that waits for its client to load stays blank.',
    seed: { users, faults: [{ kind: 'status', status: 503, path: '/v1/*' }] },
  },
  {
    name: 'silent-server',
    summary:
      'Connections are accepted and nothing is said for a minute: loading without a ' +
      'deadline never ends.',
    seed: { users, faults: [{ kind: 'latency', ms: 60_000, path: '/v1/*' }] },
  },
  {
    name: 'throttled-start',
    summary:
      'The first three reads of the client are answered 429: who takes that for signed out ' +
      'throws a session away.',
    seed: {
      users,
      faults: [{ kind: 'status', status: 429, retryAfter: 5, count: 3, ...readClient }],
    },
  },
  {
    name: 'html-from-proxy',
    summary: 'A proxy answers the first two reads of the client with a page and status 200.',
    seed: { users, faults: [{ kind: 'html', count: 2, ...readClient }] },
  },
  {
    name: 'half-an-answer',
    summary:
      'The first two reads of the client end halfway: what cannot be read says nothing ' +
      'about who is signed in.',
    seed: { users, faults: [{ kind: 'malformed', count: 2, ...readClient }] },
  },
  {
    name: 'unknown-browser',
    summary:
      'Every read of the client is refused as from an unknown development browser: starting ' +
      'anew each time is a loop.',
    seed: {
      users,
      faults: [
        {
          kind: 'status',
          status: 401,
          body: {
            errors: [
              {
                code: 'dev_browser_unauthenticated',
                message: 'This browser is not known.',
                long_message: 'This browser is not known.',
                meta: {},
              },
            ],
          },
          ...readClient,
        },
      ],
    },
  },
  {
    name: 'newer-server',
    summary:
      'Clients and environments have fields and values of a later version: what is unknown ' +
      'must not throw.',
    seed: {
      users,
      faults: [
        {
          kind: 'rewrite',
          path: '/v1/*',
          values: {
            'response.something_new': { deep: [1, 'two'] },
            'response.last_authentication_strategy': 'telepathy',
            'response.sessions.*.something_new': true,
            'response.sessions.*.user.something_new': null,
            'client.something_new': 'new',
            'client.last_authentication_strategy': 'telepathy',
          },
        },
      ],
    },
  },
  {
    name: 'short-cookie',
    summary:
      'The cookie of the client lives a week, as some browsers have it: it has to be ' +
      'renewed by a visit.',
    seed: { users, settings: { cookieLifetime: 7 * 24 * 3_600_000 } },
  },
]
