const escapes = /** @type {const} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })

/** @param {string} text */
export const toHtml = text =>
  text.replace(/[&<>"]/g, sign => escapes[/** @type {keyof typeof escapes} */ (sign)])

/**
 * A whole page, which needs no script.
 *
 * @param {string} title
 * @param {string} body
 */
export const renderPage = (title, body) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${toHtml(title)}</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/style.css" />
  </head>
  <body class="start">${body}
  </body>
</html>
`
