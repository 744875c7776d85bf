import { html } from 'hono/html'
import { scenarios } from '../../../control/scenarios/scenarios.ts'
import type { Fault } from '../../../network/faults/fault.ts'

interface Field {
  readonly name: string
  readonly label: string
  readonly type: 'number' | 'text' | 'json'
  readonly value?: string
  readonly options?: readonly (readonly [value: string, label: string])[]
  readonly isRequired?: boolean
}

const number = (name: string, label: string, value = '', isRequired = false): Field => ({
  name,
  label,
  type: 'number',
  value,
  isRequired,
})

// Every kind of fault, what it does, and what it has to be told.
const kinds: Readonly<
  Record<Fault['kind'], readonly [about: string, ...fields: readonly Field[]]>
> = {
  status: [
    'Answers this status instead.',
    number('status', 'Status', '500', true),
    { name: 'retryAfter', label: 'Retry-After, if any', type: 'text' },
    { name: 'body', label: 'Body (JSON), if another', type: 'json' },
  ],
  latency: [
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
  ],
  drop: [
    'The connection breaks.',
    {
      name: 'when',
      label: 'When',
      type: 'text',
      options: [
        ['before-effect', 'before its effect'],
        ['after-effect', 'after its effect'],
      ],
    },
  ],
  duplicate: ['Arrives twice; the second answer is sent.'],
  reorder: ['Its answer waits until another request was answered.'],
  stale: ['Answers what was answered earlier.', number('age', 'How many answers ago', '1')],
  malformed: [
    'The body ends halfway, or is this text.',
    { name: 'body', label: 'Body, if another', type: 'text' },
  ],
  rewrite: [
    'Puts other values into the body.',
    {
      name: 'values',
      label: 'Values by their paths (JSON)',
      type: 'json',
      value: '{"response.status":"needs_something"}',
      isRequired: true,
    },
  ],
  lag: ['Has its effect, and shows the client of before.'],
  html: ['A page instead of JSON.', number('status', 'Status', '200')],
  'rotation-race': ['A faster request has superseded its client token.'],
  revoke: ['Another device revokes the sessions just before.'],
  'clock-skew': ['The Date header is off.', number('ms', 'Milliseconds', '3600000', true)],
}

const tokens = { method: 'POST', path: '/v1/client/sessions/:id/tokens' } as const
const presets: readonly (readonly [label: string, fault: Fault])[] = [
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

const routes = [
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

const option = (value: string, label: string) => html`<option value="${value}">${label}</option>`
const same = (value: string) => option(value, value)

const methods = ['GET', 'POST', 'PATCH', 'DELETE']

const input = ({ name, label, type, value = '', options, isRequired = false }: Field) => {
  if (options)
    return html`<label>${label}<select name="${name}">${options.map(([each, text]) =>
      option(each, text),
    )}</select></label>`
  const required = isRequired ? html` required` : ''
  if (type === 'json')
    return html`<label class="broad">${label}<textarea name="${name}" data-type="json" rows="2"
      spellcheck="false"${required}>${value}</textarea></label>`
  const kind =
    type === 'number'
      ? html`type="number" step="any" data-type="number"`
      : html`type="text" autocomplete="off"`
  return html`<label>${label}<input name="${name}" ${kind} value="${value}"${required} /></label>`
}

/** Lets requests go wrong: presets, a form for every kind, whole scenarios. */
export const renderFaultForms = () => html`
<button type="button" id="clear-faults" hidden>Remove all faults</button>
<div class="row" role="group" aria-label="Presets">
  ${presets.map(
    ([label, fault]) =>
      html`<button type="button" data-fault="${JSON.stringify(fault)}">${label}</button>`,
  )}
</div>
<details class="fold">
  <summary>A fault of your own</summary>
  <form id="new-fault">
    <label>Kind<select name="kind" id="fault-kind">${Object.keys(kinds).map(same)}</select></label>
    <label>Method<select name="method">${option('', 'any')}${methods.map(same)}</select></label>
    <label class="broad">Route<input name="path" required value="/v1/client" list="routes"
      autocomplete="off" spellcheck="false" /></label>
    <datalist id="routes">${routes.map(
      route => html`<option value="${route}"></option>`,
    )}</datalist>
    ${Object.entries(kinds).map(
      ([kind, [about, ...fields]]) => html`<fieldset data-kind="${kind}" hidden disabled>
      <legend class="dim">${about}</legend>
      ${fields.map(input)}
    </fieldset>`,
    )}
    ${input(number('count', 'How often, if not always'))}
    ${input(number('after', 'Requests to let pass first'))}
    ${input(number('probability', 'How likely, 0 to 1'))}
    <button class="primary">Add fault</button>
  </form>
</details>
<details class="fold">
  <summary>A scenario</summary>
  <form id="stage">
    <label class="broad">Stage a bug of the field<select name="scenario">${scenarios.map(
      ({ name, summary }) => option(name, `${name}: ${summary}`),
    )}</select></label>
    <button>Reset and run the scenario</button>
  </form>
</details>
`
