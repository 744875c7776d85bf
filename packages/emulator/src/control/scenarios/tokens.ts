import { readClient, refreshToken, type Scenario, users } from './scenario.ts'

const refusal = (code: string, message: string) => ({
  errors: [{ code, message, long_message: message, meta: {} }],
})

/** What happens to sessions and their tokens. */
export const tokenScenarios: readonly Scenario[] = [
  {
    name: 'refresh-storm-429',
    summary:
      'The first ten token refreshes are answered 429 with Retry-After: clients that ask at ' +
      'once make a storm.',
    seed: {
      users,
      faults: [{ kind: 'status', status: 429, retryAfter: 10, count: 10, ...refreshToken }],
    },
  },
  {
    name: 'refresh-storm-500',
    summary:
      'Every token refresh fails: without a budget of requests a page asks for ever, and ' +
      'ever faster.',
    seed: { users, faults: [{ kind: 'status', status: 500, ...refreshToken }] },
  },
  {
    name: 'stale-401',
    summary:
      'The second token refresh is refused once although the session is alive: a look at ' +
      'the client tells.',
    seed: {
      users,
      faults: [
        {
          kind: 'status',
          status: 401,
          body: refusal('authentication_invalid', 'Invalid authentication.'),
          after: 1,
          count: 1,
          ...refreshToken,
        },
      ],
    },
  },
  {
    name: 'unseen-session',
    summary:
      'The first two token refreshes do not find the new session yet: 404 from a part that ' +
      'is behind.',
    seed: {
      users,
      faults: [
        {
          kind: 'status',
          status: 404,
          body: refusal('resource_not_found', 'Not found.'),
          count: 2,
          ...refreshToken,
        },
      ],
    },
  },
  {
    name: 'empty-token',
    summary: 'The second token refresh answers an empty token: the session is no less alive.',
    seed: {
      users,
      faults: [{ kind: 'rewrite', values: { jwt: '' }, after: 1, count: 1, ...refreshToken }],
    },
  },
  {
    name: 'staler-token',
    summary:
      'The third token refresh answers the token before: a fresher one must not give way to it.',
    seed: { users, faults: [{ kind: 'stale', after: 2, count: 1, ...refreshToken }] },
  },
  {
    name: 'short-lived-tokens',
    summary:
      'Tokens live for five seconds: refreshing some seconds before they end means ' +
      'refreshing without end.',
    seed: { users, settings: { tokenLifetime: 5_000, tokenRenewal: 0 } },
  },
  {
    name: 'session-expires',
    summary: 'Sessions live for two minutes: a page that is open has to notice, and say why.',
    seed: { users, settings: { sessionLifetime: 120_000 } },
  },
  {
    name: 'revoked-elsewhere',
    summary: 'Another device revokes the session just before its second token refresh.',
    seed: { users, faults: [{ kind: 'revoke', after: 1, count: 1, ...refreshToken }] },
  },
  {
    name: 'rotation-race',
    summary:
      'The second read of the client comes with a token that a faster request has ' +
      'superseded: it looks signed out.',
    seed: { users, faults: [{ kind: 'rotation-race', after: 1, count: 1, ...readClient }] },
  },
  {
    name: 'native-rotation',
    summary:
      'Client tokens change with every call of a native app: an older one, stored late, is ' +
      'that of an unknown client.',
    seed: { users, settings: { rotation: 'every-call' } },
  },
]
