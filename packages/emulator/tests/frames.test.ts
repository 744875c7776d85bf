import { describe, expect, test } from 'vitest'
import {
  type Browser,
  createBrowser,
  createFrozen,
  createSignedIn,
  jane,
} from './support/browser.ts'

const redirect_url = 'https://app.test/'

const providerPage = async ({ signIn }: Browser) =>
  (await signIn({ strategy: 'oauth_google', redirect_url })).body.response.first_factor_verification
    ?.external_verification_redirect_url ?? ''

const headersOf = async ({ agent }: Browser, url: string, init: RequestInit = {}) =>
  (await agent.fetch(url, { redirect: 'manual', ...init })).headers

const begin = () => {
  const emulator = createFrozen()
  emulator.users.create(jane)
  return { emulator, browser: createBrowser(emulator) }
}

/** Each way to be shown a page, or to be led on to one. */
const ways: Record<string, () => Promise<Headers>> = {
  'the dashboard': () => headersOf(begin().browser, '/'),
  'the page of a provider': async () => {
    const { browser } = begin()
    return headersOf(browser, await providerPage(browser))
  },
  'what a provider is told': async () => {
    const { browser } = begin()
    const url = await providerPage(browser)
    const state = new URL(url).searchParams.get('state') ?? ''
    const body = new URLSearchParams({ state, decision: 'deny' })
    return headersOf(browser, url, { method: 'POST', body })
  },
  'what a provider answers': async () => {
    const { emulator, browser } = begin()
    return headersOf(browser, emulator.oauth.deny(await providerPage(browser)))
  },
  'the link of an email': async () => {
    const { emulator, browser } = begin()
    const identifier = jane.emailAddress
    await browser.signIn({ identifier, strategy: 'email_link', redirect_url })
    return headersOf(browser, emulator.inbox.latest()?.link ?? '')
  },
  'a ticket': () => {
    const { emulator, browser } = begin()
    const ticket = { emailAddress: 'guest@example.com', redirectUrl: redirect_url }
    return headersOf(browser, `/v1/tickets/accept?ticket=${emulator.tickets.create(ticket).ticket}`)
  },
  'a touch': async () =>
    headersOf(
      await createSignedIn(createFrozen()),
      `/v1/client/touch?redirect_url=${redirect_url}`,
    ),
  'a handshake': () =>
    headersOf(begin().browser, `/v1/client/handshake?redirect_url=${redirect_url}`),
  'a sync': () => headersOf(begin().browser, `/v1/client/sync?redirect_url=${redirect_url}`),
  'the page of something in between': () => {
    const { emulator, browser } = begin()
    emulator.faults.add({ kind: 'html', path: '/v1/client' })
    return headersOf(browser, '/v1/client')
  },
}

describe('in no frame is', () => {
  test.each(Object.entries(ways))('%s', async (_, visit) => {
    const headers = await visit()
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('content-security-policy')).toMatch(/(^|; )frame-ancestors 'none'$/)
  })
})

test('the policies of pages are there too', async () => {
  const { browser } = begin()
  expect((await headersOf(browser, '/')).get('content-security-policy')).toMatch(
    /^default-src 'self'; .*require-trusted-types-for 'script'; frame/,
  )
  expect(
    (await headersOf(browser, await providerPage(browser))).get('content-security-policy'),
  ).toMatch(/^default-src 'none'; .*; frame/)
})

test('answers for programs have none of it', async () => {
  const headers = await headersOf(begin().browser, '/v1/client')
  expect([headers.get('x-frame-options'), headers.get('content-security-policy')]).toEqual([
    null,
    null,
  ])
})
