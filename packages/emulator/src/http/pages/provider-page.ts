import { html, raw } from 'hono/html'
import type { Visit } from '../../domain/provider.ts'

interface Provider extends Visit {
  readonly state: string
  /** What the caller hinted at. */
  readonly emailAddress: string
  readonly application: string
}

const style = `
:root {
  color-scheme: light dark;
  --ink: #17181c;
  --dim: #5d6270;
  --line: #d9dce3;
  --page: #f4f5f7;
  --card: #fff;
  --hover: #f4f6fb;
  --accent: #2f5bd7;
  --on-accent: #fff
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #eceef3;
    --dim: #a0a6b5;
    --line: #353a46;
    --page: #111318;
    --card: #1a1d24;
    --hover: #232733;
    --accent: #8aa6ff;
    --on-accent: #10131b
  }
}
* { box-sizing: border-box }
body {
  margin: 0;
  min-height: 100vh;
  display: grid;
  place-items: center;
  padding: 1.5rem 1rem;
  background: var(--page);
  color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif
}
main {
  width: 100%;
  max-width: 26rem;
  background: var(--card);
  border: 1px solid var(--line);
  border-radius: 14px;
  padding: 1.75rem
}
.note { margin: 0 0 .75rem; color: var(--dim); font-size: .8125rem; letter-spacing: .02em }
h1 { margin: 0; font-size: 1.375rem; line-height: 1.25 }
h2 { margin: 1.75rem 0 .5rem; font-size: .9375rem }
p { margin: .375rem 0 0; color: var(--dim) }
form { margin: 0 }
button {
  font: inherit;
  cursor: pointer;
  border-radius: 9px;
  border: 1px solid var(--line);
  background: transparent;
  color: inherit;
  padding: .6rem .9rem
}
button:hover { background: var(--hover) }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
ul { list-style: none; margin: 1rem 0 0; padding: 0; display: grid; gap: .5rem }
.account { width: 100%; display: flex; align-items: center; gap: .75rem; text-align: left }
.account span { min-width: 0 }
.account b, .account small { display: block; overflow: hidden; text-overflow: ellipsis }
.account small { color: var(--dim) }
.initial {
  flex: none;
  width: 2.25rem;
  height: 2.25rem;
  border-radius: 50%;
  display: grid;
  place-items: center;
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 600
}
label { display: block; margin-top: .75rem; font-size: .875rem }
input {
  width: 100%;
  margin-top: .25rem;
  font: inherit;
  color: inherit;
  background: transparent;
  border: 1px solid var(--line);
  border-radius: 9px;
  padding: .55rem .7rem
}
.names { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem }
.primary {
  width: 100%;
  margin-top: 1rem;
  background: var(--accent);
  border-color: var(--accent);
  color: var(--on-accent);
  font-weight: 600
}
.primary:hover { background: var(--accent); filter: brightness(1.08) }
.other {
  display: flex;
  flex-wrap: wrap;
  gap: .5rem;
  margin-top: 1.5rem;
  padding-top: 1.25rem;
  border-top: 1px solid var(--line)
}
.other form { flex: 1 }
.other button { width: 100% }
`

/** `oauth_google` as people call it: Google. */
const nameOf = (strategy: string): string => {
  const name = strategy.replace(/^oauth_(custom_)?/, '').replaceAll('_', ' ')
  return strategy.startsWith('oauth_')
    ? name.replace(/^./, first => first.toUpperCase())
    : "your company's provider"
}

const form = (state: string, decision: string, content: unknown) => html`
  <form method="post" action="authorize">
    <input type="hidden" name="state" value="${state}" />
    <input type="hidden" name="decision" value="${decision}" />
    ${content}
  </form>`

const account = (
  state: string,
  { id, emailAddress, firstName, lastName }: Visit['accounts'][number],
) => {
  const email = emailAddress ?? 'No email address'
  const name = [firstName, lastName].filter(Boolean).join(' ') || email
  const content = html`<input type="hidden" name="account" value="${id}" />
    <button class="account">
      <span class="initial" aria-hidden="true">${name.slice(0, 1).toUpperCase()}</span>
      <span><b>${name}</b><small>${
        name === email ? 'Account at this provider' : email
      }</small></span>
    </button>`
  return html`<li>${form(state, 'choose', content)}</li>`
}

/** The page of an emulated provider. It runs no script and loads nothing. */
export const renderProviderPage = ({
  strategy,
  accounts,
  state,
  emailAddress,
  application,
}: Provider) => {
  const provider = nameOf(strategy)
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>Continue with ${provider} (emulated)</title>
<style>${raw(style)}</style>
</head>
<body>
<main>
  <div class="note">Emulated provider: nothing here leaves your machine</div>
  <h1>Continue with ${provider}</h1>
  <p>${application} asks who you are.</p>
  ${
    accounts.length === 0
      ? ''
      : html`<ul aria-label="Accounts">${accounts.map(each => account(state, each))}</ul>`
  }
  <h2>${accounts.length === 0 ? 'Make an account to come back with' : 'Or another account'}</h2>
  ${form(
    state,
    'create',
    html`<label>Email address<input name="email_address" type="email" required autocomplete="off"
      value="${emailAddress}" /></label>
    <div class="names">
      <label>First name<input name="first_name" autocomplete="off" /></label>
      <label>Last name<input name="last_name" autocomplete="off" /></label>
    </div>
    <button class="primary">Continue</button>`,
  )}
  <div class="other">
    ${form(state, 'deny', html`<button>Deny</button>`)}
    ${form(state, 'fail', html`<button>Fail</button>`)}
  </div>
</main>
</body>
</html>`
}
