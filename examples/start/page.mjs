import { examples } from './examples.mjs'
import { renderPage, toHtml } from './html.mjs'
import { people } from './people.mjs'

/** @typedef {import('./examples.mjs').ExampleName} ExampleName */
/** @typedef {{ readonly name: ExampleName, readonly url: string }} Served */

/**
 * What is running, for the page to link.
 *
 * @typedef {object} Running
 * @property {readonly Served[]} examples
 * @property {{ readonly url: string }} emulator
 * @property {string} publishableKey
 */

const docs = 'https://github.com/clientele-js/clientele/tree/main/docs'

const things = [
  'Add a second account in the menu at the top, and switch between the two.',
  'Reload in the middle of a sign-in: it goes on where it was.',
  'Open another tab or another example: as pages of one site, they share the sessions.',
  'Sign out in one tab, and look at the other.',
  'In the dashboard, add a fault to all requests, and see that nobody is signed out.',
  'In the dashboard, revoke a session, and read in the timeline of the playground why.',
]

/** What stands between backticks is to be typed. @param {string} text */
const withCode = text => toHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>')

/** @param {string} title @param {string} url @param {string} text @param {string} [more] */
const card = (title, url, text, more = '') => `
          <li class="card place">
            <h3><a href="${toHtml(url)}">${toHtml(title)}</a></h3>
            <p>${withCode(text)}</p>${more}
          </li>`

/** @param {Served} example */
const exampleCard = ({ name, url }) => {
  const { title, shows } = examples[name]
  const source = `<a href="/source/${name}" aria-label="Source of ${title}">Source</a>`
  return card(title, url, shows, `\n            <p class="hint">${source}</p>`)
}

/** @param {import('./people.mjs').Person} person */
const row = ({ name, identifier, password, shows }) => `
          <li class="person">
            <p class="person__name">${toHtml(name)}</p>
            <p class="person__proof"><code>${toHtml(identifier)}</code>${
              password ? `<code>${toHtml(password)}</code>` : ''
            }</p>
            <p class="hint">${withCode(shows)}</p>
          </li>`

/** @param {string} url of the example to begin with */
const begin = url => `
      <section class="card begin" aria-labelledby="begin">
        <h2 id="begin">Begin here</h2>
        <p><a class="button button--primary" href="${toHtml(url)}">Open the React example</a></p>
        <p>
          Sign in as <code>ada+clerk_test@example.com</code> with the password
          <code>correct horse battery</code>, or create an account: any address with
          <code>+clerk_test</code> in it takes the code <code>424242</code>.
        </p>
      </section>`

/**
 * The page that links everything that `npm start` runs.
 *
 * @param {Running} running
 */
export const renderStartPage = ({ examples: served, emulator, publishableKey }) =>
  renderPage(
    'Clientele is running',
    `
    <header>
      <h1>Clientele <small>is running</small></h1>
      <p class="hint">Everything here runs on this machine. Nothing leaves it.</p>
    </header>
    <main>${begin(served[0]?.url ?? '')}
      <section aria-labelledby="examples">
        <h2 id="examples">Examples</h2>
        <ul class="places">${served.map(exampleCard).join('')}
        </ul>
      </section>
      <section aria-labelledby="beside">
        <h2 id="beside">Beside them</h2>
        <ul class="places">${card(
          'Dashboard',
          emulator.url,
          'The emulator that the examples talk to: its users, sessions, requests, and the inbox ' +
            'with codes and links; a clock to move, and faults to add.',
        )}${card(
          'Documentation',
          docs,
          'Quick start, guide and reference. To read it without a network: `npm run docs`.',
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
    </main>`,
  )
