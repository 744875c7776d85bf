import { html } from 'hono/html'
import type { Emulator } from '../../../control/emulator.ts'
import { renderFaultForms } from './fault-form.ts'
import { renderSettingsForm } from './settings-form.ts'

const list = (id: string, empty: string) =>
  html`<ul id="${id}" data-empty="${empty}"><li class="empty">Loading…</li></ul>`

const section = (id: string, title: string, ...content: readonly unknown[]) => html`
<section id="${id}-section" aria-labelledby="${id}-title">
  <h2 id="${id}-title">${title} <small id="${id}-count" role="status"></small></h2>
  ${content}
</section>`

const minute = 60_000
const presets: readonly (readonly [ms: number, label: string, about: string])[] = [
  [30_000, '30 s', 'codes may be sent again'],
  [minute, '1 min', 'session tokens end'],
  [10 * minute, '10 min', 'codes and links end'],
  [60 * minute, '1 h', 'locked users are free'],
  [1440 * minute, '1 day', 'attempts are abandoned'],
  [7 * 1440 * minute, '7 days', 'sessions expire'],
]

const noMessage = 'No message yet. Addresses with +clerk_test receive none: their code is 424242.'
const noUser = 'Nobody yet: make a user, or sign up in the application.'

const clock = html`
<p><span id="now" class="big">Loading…</span><br /><span id="offset" class="dim"></span></p>
<p class="row">
  <button type="button" id="freeze" aria-pressed="false">Freeze</button>
  <button type="button" id="real-time">Back to the real time</button>
</p>
<div class="row" role="group" aria-label="Advance by">
  ${presets.map(
    ([ms, label, about]) =>
      html`<button type="button" data-advance="${ms}" title="${about}">+${label}</button>`,
  )}
</div>
<form id="advance">
  <label>Advance by<input name="amount" type="number" step="any" required value="90" /></label>
  <label>Unit<select name="unit">
    <option value="1000">seconds</option>
    <option value="${minute}">minutes</option>
    <option value="${60 * minute}">hours</option>
    <option value="${1440 * minute}">days</option>
  </select></label>
  <button class="primary">Advance</button>
</form>`

const newUser = html`
<form id="new-user">
  <label>Email address<input name="email" type="email" required autocomplete="off" /></label>
  <label>Password, if any<input name="password" type="text" autocomplete="off" /></label>
  <button class="primary">Create user</button>
</form>`

const parts = [
  'Inbox',
  'Attempts',
  'Users',
  'Sessions',
  'Clients',
  'Clock',
  'Faults',
  'Settings',
  'Webhooks',
  'Requests',
]

type Keys = Pick<Emulator, 'publishableKey' | 'secretKey' | 'jwtKey'>

const copy = (id: string, name: string) =>
  html`<button type="button" id="copy-${id}" aria-label="Copy the ${name}">Copy</button>`

/** The dashboard, still empty: its script fills it in. */
export const renderDashboard = ({ publishableKey, secretKey, jwtKey }: Keys) => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>Clientele emulator</title>
<link rel="icon" href="data:," />
<link rel="stylesheet" href="__emulator/dashboard.css" />
<script src="__emulator/dashboard.js" defer></script>
</head>
<body>
<header>
  <h1>Clientele emulator</h1>
  <p class="dim">For development and tests only: nothing here is secret, and nothing leaves this
    machine.</p>
  <p class="note">Publishable key <code id="publishable-key">${publishableKey}</code>
    ${copy('publishable-key', 'publishable key')}</p>
  <p class="note">Secret key <code id="secret-key">${secretKey}</code>
    ${copy('secret-key', 'secret key')}</p>
  <details class="note"><summary>Public key of the tokens, for servers:
    <code>CLERK_JWT_KEY</code></summary>
    <pre id="jwt-key">${jwtKey}</pre>
    ${copy('jwt-key', 'public key')}</details>
  <nav aria-label="Sections">${parts.map(
    part => html`<a href="#${part.toLowerCase()}-section">${part}</a> `,
  )}</nav>
</header>
<p class="trouble" id="trouble" role="alert"></p>
<main>
  <div class="column">
    ${section('inbox', 'Inbox', list('inbox', noMessage))}
    ${section('attempts', 'Attempts', list('attempts', 'Nobody is signing in or up.'))}
    ${section('users', 'Users', newUser, list('users', noUser))}
    ${section('sessions', 'Sessions', list('sessions', 'Nobody is signed in.'))}
    ${section('clients', 'Clients', list('clients', 'No browser has been here yet.'))}
  </div>
  <div class="column">
    ${section('clock', 'Clock', clock)}
    ${section('faults', 'Faults', list('faults', 'No faults.'), renderFaultForms())}
    ${section('settings', 'Settings', renderSettingsForm())}
    ${section(
      'reset',
      'Start again',
      html`<p>Forgets all users, sessions, messages and requests. Faults end, and the clock shows
      the time of this machine.</p>
      <p class="row"><button type="button" id="reset">Reset emulator</button></p>`,
    )}
    ${section('webhooks', 'Webhooks', list('webhooks', 'Nothing was told to anybody.'))}
  </div>
  <div class="wide">
    ${section(
      'requests',
      'Requests',
      html`<p class="row"><label class="switch"><input type="checkbox"
      id="only-refused" />Errors only</label></p>`,
      list('requests', 'No requests yet.'),
    )}
  </div>
</main>
</body>
</html>`
