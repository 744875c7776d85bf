import { html } from 'hono/html'

const section = (id: string, title: string, content: unknown = '', wide = false) => html`
<section aria-labelledby="${id}-title" class="${wide ? 'wide' : ''}">
  <h2 id="${id}-title">${title} <small id="${id}-count"></small></h2>
  ${content}
  <ul id="${id}" aria-live="polite"><li class="dim">Loading…</li></ul>
</section>`

/** The dashboard, still empty: its script fills it in. */
export const renderDashboard = (publishableKey: string) => html`<!doctype html>
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
<main>
  <header>
    <h1>Clientele emulator</h1>
    <p class="dim">For development and tests only: nothing here is secret, and nothing leaves this machine.</p>
    <p class="note">Publishable key: <code>${publishableKey}</code></p>
    <p class="bad" id="trouble" role="alert"></p>
  </header>
  ${section('inbox', 'Inbox')}
  ${section(
    'users',
    'Users',
    html`<form id="new-user">
      <label>Email address<input name="email" type="email" required autocomplete="off" /></label>
      <label>Password, if any<input name="password" type="text" autocomplete="off" /></label>
      <button class="primary">Make a user</button>
    </form>`,
  )}
  ${section('sessions', 'Sessions')}
  ${section('clients', 'Clients')}
  <section aria-labelledby="clock-title">
    <h2 id="clock-title">Clock</h2>
    <p id="now" class="dim">Loading…</p>
    <p class="row">
      <button type="button" id="minute">A minute on</button>
      <button type="button" id="hour">An hour on</button>
      <button type="button" id="day">A day on</button>
      <button type="button" id="freeze">Stand still</button>
      <button type="button" id="resume">Go on</button>
    </p>
    <h2>Everything</h2>
    <p><button type="button" id="reset">Forget everything</button></p>
  </section>
  ${section(
    'faults',
    'Faults',
    html`<form id="new-fault">
      <label>Path<input name="path" required value="/v1/client" /></label>
      <label>Status<input name="status" type="number" min="400" max="599" required value="500" /></label>
      <button class="primary">Let it fail</button>
    </form>`,
  )}
  <section aria-labelledby="settings-title" class="wide">
    <h2 id="settings-title">Settings</h2>
    <div id="settings" class="settings"><span class="dim">Loading…</span></div>
    <details><summary class="dim">The others</summary><pre id="other-settings"></pre></details>
  </section>
  ${section('requests', 'Requests', '', true)}
</main>
</body>
</html>`
