import {
  AuthenticateWithRedirectCallback,
  ClerkDegraded,
  ClerkFailed,
  ClerkLoaded,
  ClerkLoading,
  RedirectToSignIn,
  RedirectToSignUp,
  Show,
  SignedIn,
  SignedOut,
} from '@clientele/vue/clerk'
import { describe, expect, it } from 'vitest'
import { type Component, h } from 'vue'
import { openClerk } from './support/open-clerk.ts'

const here = { default: () => 'here' }
const admin = { role: 'org:admin' } as const

describe('who sees what before the client is known, signed out and signed in', () => {
  it.each<[string, Component, string[]]>([
    ['SignedIn', () => h(SignedIn, null, here), ['', '', 'here']],
    ['SignedOut', () => h(SignedOut, null, here), ['', 'here', '']],
    ['Show signed-in', () => h(Show, { when: 'signed-in' }, here), ['', '', 'here']],
    ['Show signed-out', () => h(Show, { when: 'signed-out' }, here), ['', 'here', '']],
    [
      'Show with a fallback',
      () => h(Show, { when: admin, fallback: 'no' }, here),
      ['', 'no', 'no'],
    ],
    [
      'Show with a slot for it',
      () => h(Show, { when: admin, fallback: 'no' }, { ...here, fallback: () => 'slot' }),
      ['', 'slot', 'slot'],
    ],
    [
      'Show by a function',
      () => h(Show, { when: has => !has(admin), fallback: 'no' }, here),
      ['', 'no', 'here'],
    ],
    ['ClerkLoading', () => h(ClerkLoading, null, here), ['here', '', '']],
    ['ClerkLoaded', () => h(ClerkLoaded, null, here), ['', 'here', 'here']],
    ['ClerkDegraded', () => h(ClerkDegraded, null, here), ['', '', '']],
    ['ClerkFailed', () => h(ClerkFailed, null, here), ['', '', '']],
  ])('%s', async (_, root, texts) => {
    const { element, load, signIn, thrown } = openClerk(root)
    const seen = [element.textContent]
    await load()
    seen.push(element.textContent)
    await signIn('Ada')
    seen.push(element.textContent)
    expect(seen).toEqual(texts)
    expect(thrown).toEqual([])
  })
})

it.each<[string, Component, string]>([
  ['Show', () => h(Show, { when: 'signed-in' }, here), ''],
  [
    'Show that is told so',
    () => h(Show, { when: 'signed-in', treatPendingAsSignedOut: false }, here),
    'here',
  ],
  ['SignedIn', () => h(SignedIn, null, here), ''],
  ['SignedIn that is told so', () => h(SignedIn, { treatPendingAsSignedOut: false }, here), 'here'],
])('a session with tasks: %s', async (_, root, text) => {
  const { element, load, signIn, emulator, clerk, act } = openClerk(root)
  await load()
  await signIn('Ada')
  emulator.sessions.assignTasks(`${clerk.session?.id}`, ['setup-mfa'])
  await act(() => clerk.client?.reload())
  expect(element.textContent).toBe(text)
})

const refusal = { errors: [{ code: 'host_invalid', message: 'no' }] }

it.each([
  ['ClerkDegraded', ClerkDegraded, () => Promise.reject(new TypeError('fetch failed'))],
  ['ClerkFailed', ClerkFailed, async () => Response.json(refusal, { status: 400 })],
])('%s shows why nothing comes', async (_, component, fetch) => {
  const { element } = openClerk(() => h(component, null, here), { fetch, loadTimeout: 1 })
  await expect.poll(() => element.textContent).toBe('here')
})

describe('a component that leaves the page', () => {
  const pages = { signInUrl: '/sign-in', signUpUrl: '/sign-up' }

  it.each<[string, Component, string]>([
    ['RedirectToSignIn', RedirectToSignIn, '/sign-in'],
    ['RedirectToSignUp', RedirectToSignUp, '/sign-up'],
    ['AuthenticateWithRedirectCallback', AuthenticateWithRedirectCallback, '/sign-in'],
  ])('%s does so once, as soon as the client is known', async (_, component, path) => {
    const went: string[] = []
    const routerPush = (to: string) => went.push(to)
    const { load, signIn, thrown } = openClerk(component, { ...pages, routerPush })
    expect(went).toEqual([])
    await load()
    await expect.poll(() => went.map(to => to.split('?')[0])).toEqual([path])
    await signIn('Ada')
    expect(went).toHaveLength(1)
    expect(thrown).toEqual([])
  })

  it('takes its props as templates write them', async () => {
    const went: string[] = []
    const root = () => h(RedirectToSignIn, { 'redirect-url': '/account' } as object) // as: likewise
    const { load } = openClerk(root, { ...pages, routerPush: to => went.push(to) })
    await load()
    await expect.poll(() => went.join()).toContain(encodeURIComponent('/account'))
  })

  it('tells the app of what fails', async () => {
    const fault = new Error('There is no such page')
    const routerPush = () => {
      throw fault
    }
    const { load, thrown } = openClerk(RedirectToSignIn, { ...pages, routerPush })
    await load()
    await expect.poll(() => thrown).toEqual([fault])
  })
})
