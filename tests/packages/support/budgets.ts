import type { Name } from './names.ts'
import { specifier } from './published.ts'

/** What something may cost, whichever bundler is used. */
export interface Budget {
  readonly name: string
  /** A program that uses it; frameworks are not counted. */
  readonly code: string
  /** A program with what is there anyway. */
  readonly base?: string
  /** Bytes on top of that, minified and compressed by gzip. */
  readonly limit: number
}

const core = "export { createClientele } from '@clientele/core'"

const whole = (name: string, code: string, limit: number): Budget => ({ name, code, limit })

const onTop = (subpath: string, limit: number): Budget => ({
  name: specifier('core', subpath),
  code: `${core}; export * from '${specifier('core', subpath)}'`,
  base: core,
  limit,
})

/** What code that moves in costs beside the store and the modules that it always has. */
const underClerk = [
  core,
  ...['account', 'authorization', 'browser', 'email-link', 'passkeys', 'redirect-callback'].map(
    subpath => `export * from '${specifier('core', subpath)}'`,
  ),
  `export * from '${specifier('core', 'when-loaded')}'`,
].join('; ')

const adapter = (name: Name, used: string, limit: number): Budget => ({
  name: `${specifier(name, '')} (${used})`,
  code: `${core}; export { ${used} } from '${specifier(name, '')}'`,
  base: core,
  limit,
})

/** All that replaces a package of the vendor, on top of what the core has for it. */
const dropIn = (name: Name, subpath: string, limit: number): Budget => {
  const base = "export * from '@clientele/core/clerk'"
  const code = `${base}; export * as adapter from '${specifier(name, subpath)}'`
  return { name: specifier(name, subpath), code, base, limit }
}

/** Drawn in whenever something gets smaller; a test says so. */
export const budgets: readonly Budget[] = [
  whole('@clientele/core', core, 31_670),
  {
    name: '@clientele/core/clerk',
    code: `${underClerk}; export { Clerk } from '@clientele/core/clerk'`,
    base: underClerk,
    limit: 5930,
  },
  {
    // With what the hooks of both frameworks rest on, such as the attempts of the modern generation.
    name: 'all of @clientele/core/clerk',
    code: `${underClerk}; export * from '@clientele/core/clerk'`,
    base: underClerk,
    limit: 9550,
  },
  onTop('account', 3000),
  onTop('attempt-chart', 360),
  onTop('attempt-form', 1550),
  onTop('auth-fetch', 4230),
  onTop('authorization', 810),
  onTop('browser', 3380),
  onTop('cookies', 930),
  onTop('redux-devtools', 515),
  onTop('email-link', 870),
  onTop('locks', 535),
  onTop('native', 2330),
  onTop('native-page', 345),
  onTop('passkeys', 745),
  onTop('persist', 1160),
  onTop('pin', 330),
  onTop('redirect-callback', 1110),
  onTop('refresh', 420),
  onTop('revalidate', 440),
  onTop('server', 1210),
  onTop('tabs', 1190),
  onTop('timeline', 1050),
  onTop('when-loaded', 305),
  adapter('react', 'ClienteleProvider, useClient, useClienteleStore', 780),
  adapter('react', 'ClienteleProvider, useSignIn', 1970),
  adapter('vue', 'createClientelePlugin, useClient, useClienteleStore', 595),
  adapter('vue', 'createClientelePlugin, useSignIn', 1970),
  {
    // In development only: a production bundle has nothing of it, as the tests of bundlers show.
    name: '@clientele/devtools',
    code: `${core}; export * from '@clientele/devtools'`,
    base: core,
    limit: 20_710,
  },
  dropIn('react', 'clerk', 1740),
  dropIn('vue', 'clerk', 1925),
]
