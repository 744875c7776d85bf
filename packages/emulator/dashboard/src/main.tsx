import { createControl } from '@clientele/views'
import { render } from 'preact'
import { App } from './app.tsx'
import { readFacts } from './facts.ts'
import { style } from './style.ts'

const sheet = new CSSStyleSheet()
sheet.replaceSync(style)
document.adoptedStyleSheets = [sheet]
// The page may be served below a path.
const address = new URL('.', location.href).href
render(<App control={createControl(address)} facts={readFacts(document.body)} />, document.body)
