import type { Fault } from '../../../src/network/faults/fault.ts'

export interface FaultField {
  readonly name: string
  readonly label: string
  readonly type: 'number' | 'text' | 'json'
  readonly value?: string
  readonly options?: readonly (readonly [value: string, label: string])[]
  readonly isRequired?: boolean
}

const number = (name: string, label: string, value = '', isRequired = false): FaultField => ({
  ...{ name, label, type: 'number', value, isRequired },
})

export interface FaultKind {
  /** What it does. */
  readonly about: string
  /** What it has to be told. */
  readonly fields: readonly FaultField[]
}

const kind = (about: string, ...fields: readonly FaultField[]): FaultKind => ({ about, fields })

/** Every kind of fault. */
export const kinds: Readonly<Record<Fault['kind'], FaultKind>> = {
  status: kind(
    'Answers this status instead.',
    number('status', 'Status', '500', true),
    { name: 'retryAfter', label: 'Retry-After, if any', type: 'text' },
    { name: 'body', label: 'Body (JSON), if another', type: 'json' },
  ),
  latency: kind(
    'Comes late, by the clock of the emulator.',
    number('ms', 'Milliseconds', '2000', true),
    {
      name: 'before',
      label: 'What is late',
      type: 'text',
      options: [
        ['request', 'the request'],
        ['answer', 'its answer'],
      ],
    },
  ),
  drop: kind('The connection breaks.', {
    name: 'when',
    label: 'When',
    type: 'text',
    options: [
      ['before-effect', 'before its effect'],
      ['after-effect', 'after its effect'],
    ],
  }),
  duplicate: kind('Arrives twice; the second answer is sent.'),
  reorder: kind('Its answer waits until another request was answered.'),
  stale: kind('Answers what was answered earlier.', number('age', 'How many answers ago', '1')),
  malformed: kind('The body ends halfway, or is this text.', {
    ...{ name: 'body', label: 'Body, if another', type: 'text' },
  }),
  rewrite: kind('Puts other values into the body.', {
    name: 'values',
    label: 'Values by their paths (JSON)',
    type: 'json',
    value: '{"response.status":"needs_something"}',
    isRequired: true,
  }),
  lag: kind('Has its effect, and shows the client of before.'),
  html: kind('A page instead of JSON.', number('status', 'Status', '200')),
  'rotation-race': kind('A faster request has superseded its client token.'),
  revoke: kind('Another device revokes the sessions just before.'),
  'clock-skew': kind('The Date header is off.', number('ms', 'Milliseconds', '3600000', true)),
}

/** How often and when, for each kind. */
export const limits: readonly FaultField[] = [
  number('count', 'How often, if not always'),
  number('after', 'Requests to let pass first'),
  number('probability', 'How likely, 0 to 1'),
]

const tokens = { method: 'POST', path: '/v1/client/sessions/:id/tokens' } as const

export const presets: readonly (readonly [label: string, fault: Fault])[] = [
  ['Everything is slow', { kind: 'latency', ms: 1500, path: '/v1/*' }],
  ['Offline', { kind: 'drop', when: 'before-effect', path: '/v1/*' }],
  ['Server down', { kind: 'status', status: 503, path: '/v1/*' }],
  ['Refreshes are 429', { kind: 'status', status: 429, retryAfter: 10, count: 10, ...tokens }],
  [
    'Lost sign-in answer',
    { kind: 'drop', when: 'after-effect', count: 1, method: 'POST', path: '/v1/client/sign_ins' },
  ],
  ['A page instead of the client', { kind: 'html', count: 2, method: 'GET', path: '/v1/client' }],
  ['Revoked at the next refresh', { kind: 'revoke', count: 1, ...tokens }],
]

export const routes: readonly string[] = [
  '/v1/*',
  '/v1/client',
  '/v1/environment',
  '/v1/client/sign_ins',
  '/v1/client/sign_ins/*',
  '/v1/client/sign_ups',
  '/v1/client/sign_ups/*',
  tokens.path,
  '/v1/client/sessions/:id/touch',
  '/v1/client/sessions',
  '/v1/me/*',
]
