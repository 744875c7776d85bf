import { expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn } from '../support/browser.ts'

interface ConsentWire {
  readonly oauth_application_name: string
  readonly redirect_domain: string | null
  readonly scopes: readonly { readonly scope: string; readonly requires_consent: boolean }[]
}

const callbacks = {
  'https://app.example.co.uk/callback': 'example.co.uk',
  'https://app.example.com/callback': 'example.com',
  'http://localhost:3000/callback': null,
  'http://127.0.0.1:3000/callback': null,
}

const begin = () => {
  const calendar = {
    name: 'Calendar',
    redirectUris: Object.keys(callbacks),
    scopes: ['openid', 'email', 'events'],
  }
  return createFrozen({ settings: { oauthApplications: { client_1: calendar } } })
}

const ask = async (path: string) => {
  const { agent } = await createSignedIn(begin())
  const response = await agent.fetch(`/v1/me/oauth/consent/${path}`)
  // as: the description says so
  return { status: response.status, body: (await response.json()) as ConsentWire }
}

test('an application is shown with what it asks for', async () => {
  const { status, body } = await ask('client_1')
  expect([status, body]).toEqual([
    200,
    {
      oauth_application_name: 'Calendar',
      oauth_application_logo_url: null,
      oauth_application_url: null,
      client_id: 'client_1',
      redirect_domain: null,
      scopes: [
        { scope: 'openid', description: expect.any(String), requires_consent: false },
        { scope: 'email', description: expect.any(String), requires_consent: true },
        { scope: 'events', description: null, requires_consent: true },
      ],
    },
  ])
})

test('of the scopes only those that were asked for', async () => {
  const { body } = await ask('client_1?scope=email%20private_metadata')
  expect(body.scopes.map(({ scope }) => scope)).toEqual(['email'])
})

test.each([...Object.entries(callbacks), ['https://evil.example/callback', null]])(
  'led back to %s it shows the domain %s',
  async (redirectUri, domain) => {
    const query = new URLSearchParams({ redirect_uri: String(redirectUri) })
    expect((await ask(`client_1?${query}`)).body.redirect_domain).toBe(domain)
  },
)

test('an unknown application is refused, nobody is shown one, and consent is not emulated', async () => {
  const { send } = await createSignedIn(begin())
  const path = '/v1/me/oauth/consent'
  expect((await send('GET', `${path}/toString`)).fault).toBe('resource_not_found')
  expect((await createBrowser(begin()).send('GET', `${path}/client_1`)).status).toBe(401)
  expect((await send('POST', `${path}/client_1`)).fault).toBe('emulator_not_implemented')
})
