import { people } from './people.mjs'

/** @typedef {{ readonly name: string, readonly url: string }} Address */

/**
 * What is running, for the page to link.
 *
 * @typedef {object} Running
 * @property {readonly Address[]} examples
 * @property {Address} emulator
 * @property {string} publishableKey
 */

const escapes = /** @type {const} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })

/** @param {string} text */
const toHtml = text =>
  text.replace(/[&<>"]/g, sign => escapes[/** @type {keyof typeof escapes} */ (sign)])

/** @type {Readonly<Record<string, string>>} */
const shows = {
  Vanilla: 'No framework: one subscription, and elements that fill themselves in again.',
  React: 'Hooks: useSignIn, useSignUp, useSession, useAuth, and Show.',
  Vue: 'Composables with the same names, in single-file components.',
}

const things = [
  'Sign in as two people, and switch between their sessions.',
  'Sign up with any address that has +clerk_test in it: its code is 424242.',
  'Reload in the middle of a sign-in: it goes on where it was.',
  'Sign in in one example and look at the next one: they share the client, as pages of one ' +
    'site do.',
  'In the dashboard, let requests fail, and see that nobody is signed out.',
  'In the dashboard, revoke a session, and read in the timeline why you were signed out.',
]

/** @param {Address} address @param {string} text */
const card = ({ name, url }, text) => `
      <li class="card place">
        <h3><a href="${toHtml(url)}">${toHtml(name)}</a></h3>
        <p>${toHtml(text)}</p>
        <p class="hint"><code>${toHtml(url)}</code></p>
      </li>`

/** @param {import('./people.mjs').Person} person */
const row = ({ name, identifier, password, shows }) => `
        <li class="person">
          <p class="person__name">${toHtml(name)}</p>
          <p class="person__proof"><code>${toHtml(identifier)}</code>${
            password ? `<code>${toHtml(password)}</code>` : ''
          }</p>
          <p class="hint">${toHtml(shows)}</p>
        </li>`

/**
 * The page that links everything that `npm start` runs. It needs no script.
 *
 * @param {Running} running
 */
export const renderStartPage = ({ examples, emulator, publishableKey }) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Clientele is running</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/style.css" />
  </head>
  <body>
    <div id="app" class="start">
      <header class="masthead">
        <h1>Clientele <small>is running</small></h1>
        <p class="hint">Everything here runs on this machine. Nothing leaves it.</p>
      </header>
      <main>
        <section aria-labelledby="examples">
          <h2 id="examples">The same page three times</h2>
          <ul class="places">${examples
            .map(example => card(example, shows[example.name] ?? ''))
            .join('')}
          </ul>
        </section>
        <section aria-labelledby="emulator">
          <h2 id="emulator">What they talk to</h2>
          <ul class="places">${card(
            { name: 'Dashboard of the emulator', url: emulator.url },
            'Users, sessions, the inbox with codes and links, requests as they come; a ' +
              'clock to move and faults to add.',
          )}
            <li class="card place">
              <h3>Publishable key</h3>
              <p>For an application of your own against the same emulator.</p>
              <p class="hint"><code>${toHtml(publishableKey)}</code></p>
            </li>
          </ul>
        </section>
        <section class="card" aria-labelledby="people">
          <h2 id="people">Sign in as</h2>
          <ul class="people">${people.map(row).join('')}
          </ul>
        </section>
        <section class="card" aria-labelledby="things">
          <h2 id="things">Try</h2>
          <ul class="things">${things.map(thing => `<li>${toHtml(thing)}</li>`).join('')}</ul>
        </section>
      </main>
    </div>
  </body>
</html>
`
