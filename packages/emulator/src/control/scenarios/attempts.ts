import { createSignIn, createSignUp, jane, type Scenario, users } from './scenario.ts'

const prepare = { method: 'POST', path: '/v1/client/sign_ins/:id/prepare_first_factor' } as const
const attempts = [
  createSignIn,
  createSignUp,
  { method: 'POST', path: '/v1/client/sign_ins/:id/attempt_first_factor' },
  { method: 'POST', path: '/v1/client/sign_ups/:id/attempt_verification' },
] as const

const error = (code: string, message: string, meta = {}) => ({
  code,
  message,
  long_message: message,
  meta,
})

/** What people meet while they sign in or up. */
export const attemptScenarios: readonly Scenario[] = [
  {
    name: 'lagging-client',
    summary:
      'Sign-ins and sign-ups are complete before the client in their answers shows the session.',
    seed: { users, faults: attempts.map(route => ({ kind: 'lag', ...route })) },
  },
  {
    name: 'slow-code',
    summary:
      'Sending a code takes five seconds: who types one meanwhile tries before anything was sent.',
    seed: { users, faults: [{ kind: 'latency', ms: 5_000, ...prepare }] },
  },
  {
    name: 'lost-code',
    summary:
      'A code is sent, but the answer is lost: asking again is refused for half a minute, ' +
      'the code is good.',
    seed: { users, faults: [{ kind: 'drop', when: 'after-effect', count: 1, ...prepare }] },
  },
  {
    name: 'mixed-errors',
    summary: 'The first sign-in is refused for a field and as a whole: both have to be shown.',
    seed: {
      users,
      faults: [
        {
          kind: 'status',
          status: 422,
          body: {
            errors: [
              error('form_param_format_invalid', 'Enter a valid identifier.', {
                param_name: 'identifier',
              }),
              error('action_blocked', 'This was stopped by a rule of the instance.'),
            ],
          },
          count: 1,
          ...createSignIn,
        },
      ],
    },
  },
  {
    name: 'unknown-status',
    summary:
      'The first sign-in needs something that came with a later version: a way on, or a dead end.',
    seed: {
      users,
      faults: [
        {
          kind: 'rewrite',
          values: {
            'response.status': 'needs_telepathy',
            'client.sign_in.status': 'needs_telepathy',
          },
          count: 1,
          ...createSignIn,
        },
      ],
    },
  },
  {
    name: 'client-trust',
    summary:
      'A password is not enough on a client that the user never signed in on: a status that ' +
      'old forms do not know.',
    seed: { users, settings: { clientTrust: true } },
  },
  {
    name: 'captcha-required',
    summary:
      'Clients have to solve a CAPTCHA before anything else: without one every attempt is refused.',
    seed: { users, settings: { captcha: 'challenge' } },
  },
  {
    name: 'rate-limited',
    summary:
      'The limits of production: three tries and five sign-ins in ten seconds, which tests ' +
      'in parallel exceed.',
    seed: { users, settings: { limits: 'production' } },
  },
  {
    name: 'lost-provider-state',
    summary:
      'The first answer of a provider is refused, as after a lost state or a visit in another tab.',
    seed: {
      users,
      faults: [
        {
          kind: 'status',
          status: 403,
          body: {
            errors: [
              error('authorization_invalid', 'This answer belongs to no attempt of this browser.'),
            ],
          },
          path: '/v1/oauth_callback',
          count: 1,
        },
      ],
    },
  },
  {
    name: 'locked-user',
    summary:
      'The user is locked for an hour after too many wrong tries: the right password is ' +
      'refused too.',
    seed: { users: [{ ...jane, locked: true }] },
  },
]
