import { html } from 'hono/html'
import type { Emulator } from '../../control/emulator.ts'
import { strategyNames } from '../../domain/factors/strategies.ts'

type Keys = Pick<Emulator, 'publishableKey' | 'secretKey' | 'jwtKey'>

const head = html`
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<title>Clientele emulator</title>
<link rel="icon" href="data:," />`

/** The dashboard, still empty: its script fills it in. */
export const renderDashboard = ({ publishableKey, secretKey, jwtKey }: Keys) => {
  const facts = JSON.stringify({ publishableKey, secretKey, jwtKey, strategies: strategyNames })
  return html`<!doctype html>
<html lang="en">
<head>${head}
<script src="__emulator/dashboard.js" defer></script>
</head>
<body data-facts="${facts}"><noscript>The dashboard needs JavaScript.</noscript></body>
</html>`
}

/** What stands there instead where the emulator runs from sources that were not built. */
export const renderNotBuilt = () => html`<!doctype html>
<html lang="en">
<head>${head}</head>
<body><h1>The dashboard is not built</h1>
<p>The emulator itself works. Build its dashboard: <code>npm run build</code>, or
<code>node packages/emulator/dashboard/build.mjs</code>.</p></body>
</html>`
