// Prints the path of the browser that the browser tests use, and fetches one when there is none.
import { findBrowser } from './support/find-browser.mjs'

console.log(await findBrowser())
