import { type Clientele, createClientele as create } from '@clientele/core'
import { attemptGuard } from '@clientele/core/attempt-chart'
import { emailLink } from '@clientele/core/email-link'
import { locks } from '@clientele/core/locks'
import { passkeys } from '@clientele/core/passkeys'
import { pin } from '@clientele/core/pin'
import { redirectCallback } from '@clientele/core/redirect-callback'
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
  await clientele.client?.signIn.create({ identifier: 'ada@example.com' })
  await clientele.client?.signUp.create({ emailAddress: 'eve@example.com' })
  requests.length = 0
  return { clientele, requests }
}

/** What JavaScript lets through: the same thing without its types. */
// as: calls that do not compile are the subject here
const loose = (value: unknown) => value as any // biome-ignore lint/suspicious/noExplicitAny: above

type Call = readonly [name: string, run: (app: ReturnType<typeof loose>) => unknown, says: string]

const calls: readonly Call[] = [
  ['setActive()', app => app.setActive(), 'setActive() takes an object'],
  ['setActive(id)', app => app.setActive('sess_1'), 'setActive() takes an object'],
  ['setActive misspelt', app => app.setActive({ sesion: 'x' }), 'Known: session, organization'],
  ['setActive wrong', app => app.setActive({ session: 5 }), 'give one of client.sessions'],
  ['signOut misspelt', app => app.signOut({ id: 'x' }), 'does not know "id". Known: sessionId'],
  ['signOut(id)', app => app.signOut('sess_1'), 'signOut() takes an object'],
  ['signOut of an event', app => app.signOut({ isTrusted: true }), 'does not know "isTrusted"'],
  ['getToken misspelt', app => app.getToken({ templat: 'x' }), 'does not know "templat"'],
  ['getToken(name)', app => app.getToken('hasura'), 'getToken() takes an object'],
  ['getToken wrong', app => app.getToken({ minTtl: 'soon' }), 'minTtl must be a number'],
  ['subscribe()', app => app.subscribe(), 'subscribe() takes a function'],
  ['subscribe wrong', app => app.subscribe(() => 1, {}), 'subscribe() takes a function'],
  [
    'subscribe misspelt',
    app => app.subscribe(Number, Number, { equality: Object.is }),
    'Known: equalityFn, fireImmediately',
  ],
  ['addListener()', app => app.addListener(), 'addListener() takes a function'],
  ['addListener misspelt', app => app.addListener(Number, { skip: true }), 'skipInitialEmit'],
  ['use()', app => app.use(), 'use() takes a function'],
  ['use of what a module gives', app => app.use({}), 'use() takes a function'],
  ['buildTouchUrl()', app => app.client.buildTouchUrl(), 'buildTouchUrl() takes an object'],
  [
    'buildTouchUrl of text',
    app => app.client.buildTouchUrl({ redirectUrl: 'https://a.test' }),
    'needs redirectUrl: a URL',
  ],
  ['client.reload misspelt', app => app.client.reload({ nonce: 'x' }), 'rotatingTokenNonce'],
  ['session.reload misspelt', app => app.session.reload({ nonce: 'x' }), 'rotatingTokenNonce'],
  ['session.touch misspelt', app => app.session.touch({ intend: 'x' }), 'Known: intent'],
  ['session.getToken misspelt', app => app.session.getToken({ ttl: 1 }), 'Known: template'],
  ['signIn.reload misspelt', app => app.client.signIn.reload({ nonce: 'x' }), 'Known: rotating'],
  ...['signIn.create', 'signIn.resetPassword', 'signUp.create', 'signUp.update'].map(
    (name): Call => {
      const [attempt = '', action = ''] = name.split('.')
      return [`${name}(text)`, app => app.client[attempt][action]('x'), `${action}() takes one`]
    },
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
  ].flatMap((name): Call[] => {
    const [attempt = '', action = ''] = name.split('.')
    const call = (given?: unknown) => (app: ReturnType<typeof loose>) =>
      app.client[attempt][action](given)
    return [
      [`${name}()`, call(), `${action}() needs`],
      [`${name} misspelt`, call({ stategy: 'x' }), `${action}() needs`],
    ]
  }),
]

describe('a wrong argument', () => {
  it.each(calls)('%s is a TypeError that says what to do; nothing is sent', async (_, run, says) => {
    const { clientele, requests } = await open()
    const thrown = await Promise.resolve(clientele)
      .then(run)
      .catch(error => error)
    expect(thrown).toBeInstanceOf(TypeError)
    expect(thrown.message).toContain(says)
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
    expect(() => create(loose(options))).toThrow(TypeError)
    expect(() => create(loose(options))).toThrow(says)
  })
})

describe('a module', () => {
  it.each([
    attemptGuard,
    emailLink,
    locks,
    passkeys,
    pin,
    redirectCallback,
    refresh,
    revalidate,
    tabs,
    timeline,
  ])('%o that was not called is refused by name', module => {
    const clientele: Clientele = createClientele({ publishableKey })
    expect(() => clientele.use(loose(module))).toThrow(`use(${module.name}())`)
    expect(() => clientele.use(loose(module()))).not.toThrow()
  })

  it('of an application may give a function', () => {
    const clientele = createClientele({ publishableKey })
    expect(clientele.use(kernel => () => kernel.loadTimeout)()).toBe(7000)
  })
})
