import { renderPage, toHtml } from './html.mjs'

/** @typedef {{ readonly path: string, readonly text: string }} Source */

/**
 * What an example is made of, to be read.
 *
 * @param {string} name
 * @param {readonly Source[]} sources
 */
export const renderSourcePage = (name, sources) =>
  renderPage(
    `Source of ${name}`,
    `
    <header>
      <p><a href="/">Start page</a></p>
      <h1>Source <small>of ${toHtml(name)}</small></h1>
    </header>
    <main>${sources
      .map(
        ({ path, text }) => `
      <section class="card" aria-labelledby="${toHtml(path)}">
        <h2 id="${toHtml(path)}">${toHtml(path)}</h2>
        <pre tabindex="0">${toHtml(text)}</pre>
      </section>`,
      )
      .join('')}
    </main>`,
  )
