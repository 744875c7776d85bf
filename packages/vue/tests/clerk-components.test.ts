import {
  AuthenticateWithRedirectCallback,
  ClerkDegraded,
  ClerkFailed,
  RedirectToSignIn,
  RedirectToSignUp,
  RedirectToTasks,
  Show,
  SignedIn,
  SignInButton,
  SignOutButton,
  SignUpButton,
} from '@clientele/vue/clerk'
import { describe, expect, it, vi } from 'vitest'
import { type Component, h } from 'vue'
import { openClerk } from './support/open-clerk.ts'

const here = { default: () => 'here' }
const admin = { role: 'org:admin' } as const

describe('who sees what before the client is known, signed out and signed in', () => {
  it.each<[string, Component, string[]]>([
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

describe('buttons', () => {
  const pages = {
    signInUrl: 'https://app.example.com/sign-in',
    signUpUrl: 'https://app.example.com/sign-up',
  }
  const openButton = async (root: Component) => {
    const visited: string[] = []
    const opened = openClerk(root, { ...pages, navigate: url => void visited.push(url) })
    await opened.load()
    const press = () => opened.act(() => opened.element.querySelector('button')?.click())
    return { ...opened, visited, press }
  }

  it.each<[string, Component, string]>([
    ['Sign in', () => h(SignInButton, { forceRedirectUrl: '/app' }), 'sign_in_force'],
    ['Sign up', () => h(SignUpButton, { fallbackRedirectUrl: '/app' }), 'sign_up_fall'],
  ])('%s: leads to its page, by the port', async (text, root, name) => {
    const { element, visited, press, thrown } = await openButton(root)
    expect(element.textContent).toBe(text)
    await press()
    await vi.waitFor(() => expect(visited).toHaveLength(1))
    expect(visited[0]).toMatch(`https://app.example.com/${text.toLowerCase().replace(' ', '-')}`)
    expect(visited[0]).toContain(name)
    expect(thrown).toEqual([])
  })

  it('are the element that is given, after what it does itself', async () => {
    const onClick = vi.fn()
    const mine = () => h('button', { class: 'mine', onClick }, 'Enter')
    const { element, visited, press } = await openButton(() => h(SignInButton, null, mine))
    expect(element.innerHTML).toBe('<button class="mine">Enter</button>')
    await press()
    await vi.waitFor(() => expect(visited).toHaveLength(1))
    expect(onClick).toHaveBeenCalledOnce()
  })

  it('SignOutButton signs out and goes on', async () => {
    const redirectUrl = 'https://app.example.com/bye'
    const root = () => h(SignOutButton, { redirectUrl }, () => 'Leave')
    const { element, visited, press, signIn, clerk } = await openButton(root)
    await signIn('Ada')
    expect(element.innerHTML).toBe('<button type="button">Leave</button>')
    await press()
    await vi.waitFor(() => expect(visited).toEqual([redirectUrl]))
    expect(clerk.isSignedIn).toBe(false)
  })

  it('refuse a dialog, which is not there', async () => {
    const mode = 'modal' as 'redirect' // as: what no type lets through
    const { thrown } = await openButton(() => h(SignInButton, { mode }))
    expect(String(thrown[0])).toContain('<SignInButton mode="modal"> has no dialog')
  })
})

it('RedirectToTasks goes to the page of the task that is left', async () => {
  const visited: string[] = []
  const taskUrls = { 'setup-mfa': 'https://app.example.com/mfa' }
  const first = openClerk(() => h(SignedIn, null, () => h(RedirectToTasks)), {
    taskUrls,
    navigate: url => void visited.push(url),
  })
  await first.load()
  await first.signIn('Ada')
  await vi.waitFor(() => expect(visited).toHaveLength(1))
  expect(visited[0]).toMatch(/\/$/)
  const { id } = first.clerk.session ?? {}
  first.emulator.sessions.assignTasks(`${id}`, ['setup-mfa'])
  await first.clerk.client?.reload()
  await first.clerk.redirectToTasks()
  expect(visited[1]).toContain('https://app.example.com/mfa')
})
