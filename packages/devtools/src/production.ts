// What `@clientele/devtools` is under the condition "production": nothing. Bundlers set it by
// themselves when they build for production.
import type * as development from './index.ts'

export const defineDevtools: typeof development.defineDevtools = () => {}

export const mountDevtools: typeof development.mountDevtools = () => () => {}
