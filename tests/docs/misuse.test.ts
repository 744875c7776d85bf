import { readFileSync } from 'node:fs'
import { createClientele } from '@clientele/core'
import { createAuthFetch } from '@clientele/core/auth-fetch'
import { readState } from '@clientele/core/server'
import { tabs } from '@clientele/core/tabs'
import { mountDevtools } from '@clientele/devtools'
import { createEmulator } from '@clientele/emulator'
import { ClienteleProvider, Show, useUser } from '@clientele/react'
import { createClientelePlugin, useUser as useUserOfVue } from '@clientele/vue'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { createSSRApp, type Plugin } from 'vue'
import { renderToString as renderVue } from 'vue/server-renderer'

// What docs/errors.md calls misuse, each of it done, by its row there.

const { publishableKey } = createEmulator()
const clientele = createClientele({ publishableKey })
const promise = Promise.resolve(clientele)
const Name = () => createElement('p', {}, useUser()?.firstName)
const inVue = (plugin?: Plugin) => {
  const app = createSSRApp({ setup: () => ({ user: useUserOfVue() }), template: '<p />' })
  // What is thrown is looked at below.
  app.config.warnHandler = () => {}
  if (plugin) app.use(plugin)
  return renderVue(app)
}
/** Calls what no type lets through. */
const call = (run: (...given: never[]) => unknown, ...given: readonly unknown[]): unknown =>
  Reflect.apply(run, undefined, given)

const misuse: readonly (readonly [row: string, act: () => unknown, says: string])[] = [
  ['createClientele({})', () => call(createClientele, {}), 'publishableKey'],
  [
    'createClientele({ publishablekey })',
    () => call(createClientele, { publishablekey: publishableKey }),
    'does not know "publishablekey". Known: publishableKey',
  ],
  [
    'modules: [tabs]',
    () => call(createClientele, { publishableKey, modules: [tabs] }),
    'Call the module: use(tabs())',
  ],
  ["setActive('sess_1')", () => call(clientele.setActive, 'sess_1'), 'takes an object'],
  [
    '<Show when="signedIn">',
    () =>
      renderToString(
        call(
          createElement,
          ClienteleProvider,
          { clientele },
          call(createElement, Show, { when: 'signedIn' }),
        ) as never,
      ), // as: an element
    'when="signedIn" is none of loading, signed-in',
  ],
  [
    'useUser()` in React',
    () => renderToString(createElement(Name)),
    'render <ClienteleProvider> above; one @clientele/react only',
  ],
  [
    'useUser()` in Vue',
    () => inVue(),
    'use(createClientelePlugin()), in setup(); one @clientele/vue',
  ],
  [
    '<ClienteleProvider clientele={promise}>',
    () =>
      renderToString(
        call(
          createElement,
          ClienteleProvider,
          { clientele: promise },
          createElement(Name),
        ) as never,
      ), // as: an element
    'await promises',
  ],
  [
    'createClientelePlugin({ clientele: promise })',
    () => inVue(call(createClientelePlugin, { clientele: promise }) as Plugin), // as: what it makes
    'await promises',
  ],
  [
    "createAuthFetch(store, { baseURL: 'api' })",
    () => call(createAuthFetch, clientele, { baseURL: 'api' }),
    'baseURL must be such as https://api.example.com',
  ],
  ['readState()', () => call(readState), 'takes'],
  ['mountDevtools()', () => call(mountDevtools), 'mountDevtools(createClientele({ … }))'],
  [
    "createEmulator({ publishableKey: 'pk_live_…' })",
    () => createEmulator({ publishableKey: `pk_live_${btoa('clerk.acme-corp.io$')}` }),
    'pk_test_',
  ],
  [
    "createEmulator({ secretKey: 'sk_live_…' })",
    () => createEmulator({ secretKey: 'sk_live_abc' }),
    'must be sk_test_',
  ],
]

it.each(misuse)('%s is a TypeError that names the remedy', async (_, act, says) => {
  const thrown = await Promise.resolve()
    .then(act)
    .catch((error: unknown) => error)
  expect(thrown).toBeInstanceOf(TypeError)
  expect(String(thrown)).toContain(says)
})

it('is all that the page of errors calls misuse', () => {
  const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8')
  const [, table = ''] = /\n## Misuse\n\n.+\n.+\n([\s\S]+?)\n\n/.exec(page) ?? []
  const rows = table.split('\n')
  expect(rows.filter(row => !misuse.some(([start]) => row.startsWith(`| \`${start}`)))).toEqual([])
  expect(rows).toHaveLength(misuse.length)
})
