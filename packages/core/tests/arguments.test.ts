import { type ClienteleStore, createClientele as create } from '@clientele/core'
import { account } from '@clientele/core/account'
import { attemptGuard } from '@clientele/core/attempt-chart'
import { createAuthFetch } from '@clientele/core/auth-fetch'
import { browserModules } from '@clientele/core/browser'
import { cookies } from '@clientele/core/cookies'
import { emailLink } from '@clientele/core/email-link'
import { locks } from '@clientele/core/locks'
import { passkeys } from '@clientele/core/passkeys'
import { persist } from '@clientele/core/persist'
import { pin } from '@clientele/core/pin'
import { redirectCallback } from '@clientele/core/redirect-callback'
import { reduxDevtools } from '@clientele/core/redux-devtools'
import { refresh } from '@clientele/core/refresh'
import { revalidate } from '@clientele/core/revalidate'
import { tabs } from '@clientele/core/tabs'
import { timeline } from '@clientele/core/timeline'
import { createEmulator } from '@clientele/emulator'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { publishableKey } from './support/scripted-fetch.ts'

const password = 'correct horse battery'

const open = async () => {
  const emulator = createEmulator()
  emulator.users.create({ emailAddress: 'ada@example.com', password })
  const requests: string[] = []
  const { fetch } = emulator.agent()
  const clientele = createClientele({
    publishableKey: emulator.publishableKey,
    fetch: (input, init) => {
      requests.push(String(input))
      return fetch(input, init)
    },
  })
  await clientele.load()
  const { signIn } = clientele.client ?? {}
  const done = await signIn?.create({ identifier: 'ada@example.com', password })
  await clientele.setActive({ session: done?.createdSessionId })
  requests.length = 0
  return { clientele, requests }
}

/** Calls what no type lets through, by its path: `client.signIn.reload`. */
const callAt = (app: object, path: string, given: readonly unknown[]): unknown => {
  const found = path.split('.').reduce((at: unknown, name) => Reflect.get(Object(at), name), app)
  if (typeof found !== 'function') throw new Error(`there is no ${path}`)
  return Reflect.apply(found, app, given)
}

type Call = readonly [path: string, given: readonly unknown[], says: string]

const url = 'https://a.test'

const calls: readonly Call[] = [
  ['setActive', [], 'setActive() takes an object'],
  ['setActive', ['sess_1'], 'setActive() takes an object'],
  ['setActive', [{ sesion: 'x' }], 'Known: session, organization'],
  ['setActive', [{ session: 5 }], 'give one of client.sessions'],
  ['signOut', [{ id: 'x' }], 'does not know "id". Known: sessionId'],
  ['signOut', ['sess_1'], 'signOut() takes an object'],
  ['signOut', [{ isTrusted: true }], 'does not know "isTrusted"'],
  ['getToken', [{ templat: 'x' }], 'does not know "templat"'],
  ['getToken', ['hasura'], 'getToken() takes an object'],
  ['getToken', [{ minTtl: 'soon' }], 'minTtl must be a number'],
  ['subscribe', [], 'subscribe() takes a function'],
  ['subscribe', [Number, {}], 'subscribe() takes a function'],
  ['subscribe', [Number, Number, { equality: 1 }], 'Known: equalityFn, fireImmediately'],
  ['store.subscribe', [], 'subscribe() takes a function'],
  ['store.subscribe', [Number, {}], 'subscribe() takes a function'],
  ['store.subscribe', [Number, Number, { equality: 1 }], 'Known: equalityFn, fireImmediately'],
  ['addListener', [], 'addListener() takes a function'],
  ['addListener', [Number, { skip: true }], 'Known: skipInitialEmit'],
  ['use', [], 'use() takes a function'],
  ['use', [{}], 'use() takes a function'],
  ['client.buildTouchUrl', [], 'buildTouchUrl() takes an object'],
  ['client.buildTouchUrl', [{ redirectUrl: url }], 'needs redirectUrl: a URL'],
  ['client.reload', [{ nonce: 'x' }], 'Known: rotatingTokenNonce'],
  ['session.reload', [{ nonce: 'x' }], 'Known: rotatingTokenNonce'],
  ['session.touch', [{ intend: 'x' }], 'Known: intent'],
  ['session.getToken', [{ ttl: 1 }], 'Known: template'],
  ['client.signIn.reload', [{ nonce: 'x' }], 'Known: rotatingTokenNonce'],
  ...['signIn.create', 'signIn.resetPassword', 'signUp.create', 'signUp.update'].map(
    (path): Call => [`client.${path}`, ['x'], `${path.split('.')[1]}() takes one object`],
  ),
  ...[
    'signIn.prepareFirstFactor',
    'signIn.attemptFirstFactor',
    'signIn.prepareSecondFactor',
    'signIn.attemptSecondFactor',
    'signUp.prepareVerification',
    'signUp.attemptVerification',
    'signIn.authenticateWithRedirect',
    'signUp.authenticateWithRedirect',
  ].flatMap((path): Call[] => [
    [`client.${path}`, [], `${path.split('.')[1]}() needs`],
    [`client.${path}`, [{ stategy: 'x' }], `${path.split('.')[1]}() needs`],
  ]),
]

describe('a wrong argument', () => {
  it.each(calls)('%s of %j is a TypeError; nothing is sent', async (path, given, says) => {
    const { clientele, requests } = await open()
    const thrown = await Promise.resolve(clientele)
      .then(app => callAt(app, path, given))
      .catch((error: unknown) => error)
    expect(thrown).toBeInstanceOf(TypeError)
    expect(String(thrown)).toContain(says)
    expect(requests).toEqual([])
  })

  it.each([
    ['nothing', undefined, 'createClientele() takes an object'],
    ['a key alone', publishableKey, 'createClientele() takes an object'],
    ['a misspelt key', { publishablekey: publishableKey }, 'does not know "publishablekey"'],
    ['a missing key', {}, 'publishableKey'],
    ['a module not called', { publishableKey, modules: [tabs] }, 'use(tabs())'],
    ['a module that is none', { publishableKey, modules: [{}] }, 'use() takes a function'],
  ])('of createClientele, %s, is one too', (_, options, says) => {
    expect(() => callAt({ create }, 'create', [options])).toThrow(TypeError)
    expect(() => callAt({ create }, 'create', [options])).toThrow(says)
  })
})

const ofTabs = 'activeSession, channel, page, locks, storage'

describe('a module', () => {
  it.each([
    ['emailLink', emailLink, 'wait'],
    ['redirectCallback', redirectCallback, 'handle'],
  ])('%s, which has no options, works called or not', (_, module, method) => {
    const clientele: ClienteleStore = createClientele({ publishableKey })
    for (const given of [module, module()])
      expect(callAt(clientele, 'use', [given])).toHaveProperty(method)
  })

  it.each([attemptGuard, locks, passkeys, pin, refresh, revalidate, tabs, timeline])(
    '%o that was not called is refused by name',
    module => {
      const clientele: ClienteleStore = createClientele({ publishableKey })
      expect(() => callAt(clientele, 'use', [module])).toThrow(`use(${module.name}())`)
      expect(() => callAt(clientele, 'use', [module()])).not.toThrow()
    },
  )

  it.each<[(options: never) => unknown, string]>([
    [account, 'sessionId, credentials'],
    [browserModules, 'tabs, refresh, revalidate, cookies'],
    [cookies, 'jar, page, subtle, sameSite, partitioned'],
    [reduxDevtools, 'name, extension'],
    [locks, ofTabs],
    [persist, 'storage, page'],
    [pin, ofTabs],
    [refresh, 'page'],
    [revalidate, 'throttle, page'],
    [tabs, ofTabs],
    [timeline, 'limit, onEvent'],
    [
      options => createAuthFetch({ getToken: async () => null }, options),
      'baseURL, origins, token',
    ],
    [tabs => browserModules({ tabs }), ofTabs],
  ])('%o refuses an option that it does not know, by name', (module, names) => {
    const wrong = { odd: 1 } as never // as: what no type lets through
    expect(() => module(wrong)).toThrow(TypeError)
    expect(() => module(wrong)).toThrow(`does not know "odd". Known: ${names}`)
  })

  it('of an application may give a function', () => {
    const clientele = createClientele({ publishableKey })
    expect(clientele.use(kernel => () => kernel.loadTimeout)()).toBe(7000)
  })
})
