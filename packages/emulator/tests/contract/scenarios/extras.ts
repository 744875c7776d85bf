import { createBrowser, createSignedIn, jane } from '../../support/browser.ts'
import type { Scenario } from '../recorder.ts'

interface ConnectionWire {
  readonly id: string
}

const connect = async (
  send: ReturnType<typeof createBrowser>['send'],
  visit: ReturnType<typeof createBrowser>['visit'],
  path: string,
) => {
  await send('POST', path)
  await send('GET', path)
  for (const provider of ['saml_okta', 'oidc_custom']) {
    const { body } = await send<ConnectionWire>('POST', path, {
      provider,
      domains: 'acme.test',
      saml_idp_entity_id: 'acme',
      oidc_client_id: 'acme',
      oidc_client_secret: 'nobody sees it',
    })
    const one = `${path}/${body.response.id}`
    await send('PATCH', one, { active: 'true', name: 'Acme' })
    const { body: run } = await send<{ url: string }>('POST', `${one}/test_runs`)
    const { to } = await visit(run.response.url)
    await visit(to?.href ?? '')
    await visit(to?.pathname ?? '')
    await send('GET', `${one}/test_runs?paginated=true`)
    await send('GET', `${one}/test_runs?status=nonsense`)
    await send('DELETE', one)
  }
  await send('GET', path)
  for (const [method, rest] of [
    ['PATCH', '/x'],
    ['DELETE', '/x'],
    ['GET', '/x/test_runs'],
    ['POST', '/x/test_runs'],
  ] as const)
    await send(method, `${path}${rest}`)
  for (const rest of ['x/init_test_run', 'x/test_runs/x'])
    await visit(`/v1/enterprise_connections/${rest}`)
}

/** What is asked for beside accounts and organizations. */
export const extraScenarios: readonly Scenario[] = [
  {
    name: 'an application asks for consent',
    run: async start => {
      const settings = { oauthApplications: { client_1: { name: 'Calendar' } } }
      const { send } = await createSignedIn(start({ settings }))
      for (const id of ['client_1', 'client_2']) await send('GET', `/v1/me/oauth/consent/${id}`)
    },
  },
  {
    name: 'connections to companies are set up and tried',
    run: async start => {
      const emulator = start()
      const { send, visit } = await createSignedIn(emulator)
      const { body } = await send<{ id: string }>('POST', '/v1/organizations', { name: 'Acme' })
      const organization = `/v1/organizations/${body.response.id}/enterprise_connections`
      await connect(send, visit, '/v1/me/enterprise_connections')
      await connect(send, visit, organization)
      const stranger = createBrowser(emulator)
      await stranger.send('GET', '/v1/me/enterprise_connections')
      await stranger.send('GET', organization)
    },
  },
  {
    name: 'keys for programs are made and revoked',
    run: async start => {
      const emulator = start({ settings: { apiKeys: true } })
      const { agent, client } = await createSignedIn(emulator)
      const { body } = await client()
      const jwt = body.response?.sessions[0]?.last_active_token?.jwt ?? ''
      const subject = emulator.users.get(jane.emailAddress)?.id ?? ''
      const ask = async (path: string, fields?: object, method = 'POST', token = jwt) => {
        const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
        const init = fields ? { method: 'POST', body: JSON.stringify(fields) } : {}
        const query = method === 'POST' || !fields ? '' : `?_method=${method}`
        const response = await agent.fetch(`/api_keys${path}${query}`, { ...init, headers })
        const key: { id: string } = await response.json() // or an error, without one
        return key.id
      }
      const id = await ask('', { name: 'CI', subject, seconds_until_expiration: 60 })
      await ask('', { name: 'CI', subject })
      await ask('', { name: 'Other', subject: 'user_1' })
      await ask(`?subject=${subject}`)
      await ask('?subject=user_1')
      await ask(`/${id}`, { description: 'for builds' }, 'PATCH')
      await ask('/ak_1', { description: null }, 'PATCH')
      await ask(`/${id}/revoke`, { revocation_reason: 'lost' })
      await ask('/ak_1/revoke', {})
      await ask(`?subject=${subject}&include_invalid=true`)
      await ask(`?subject=${subject}`, undefined, 'GET', 'nonsense')
      await ask(`/${id}`, { description: null }, 'PATCH', 'nonsense')
    },
  },
  {
    name: 'somebody waits, and pages of the site are read',
    run: async start => {
      const emulator = start()
      const { send, visit, agent } = createBrowser(emulator)
      for (const email_address of ['new@example.com', 'new@example.com', 'nobody', ''])
        await send('POST', '/v1/waitlist', { email_address })
      await send('GET', '/v1/account_portal')
      await send('GET', '/v1/proxy-health')
      await send('GET', '/v1/proxy-health?domain_id=dmn_1')
      await agent.fetch('/v1/proxy-health?domain_id=dmn_1', {
        headers: { 'X-Forwarded-For': '192.0.2.1' },
      })
      const to = encodeURIComponent('https://app.test/')
      for (const path of [
        'clear-site-data',
        `redirect?redirect_url=${to}`,
        'redirect',
        'dev_browser/init',
        `dev_browser/init?origin=${to}`,
      ])
        await visit(`/v1/${path}`)
      await send('POST', '/v1/dev_browser/set_first_party_cookie')
      for (const name of [
        'oauth-authorization-server',
        'assetlinks.json',
        'apple-app-site-association',
        'webauthn',
      ])
        await send('GET', `/.well-known/${name}`)
    },
  },
  {
    name: 'tokens for services, and of providers',
    run: async start => {
      const emulator = start({ settings: { jwtTemplates: { firebase: { claims: { a: 1 } } } } })
      const { id: userId } = emulator.users.create({
        ...jane,
        externalAccounts: [{ provider: 'google' }],
      })
      const { send, client } = await createSignedIn(emulator)
      await send('POST', '/v1/me/tokens', { service: 'firebase' })
      await send('POST', '/v1/me/tokens', { service: 'supabase' })
      await send('POST', '/v1/me/tokens')
      const { text } = await client()
      const account = /"object":"external_account","id":"(\w+)"/.exec(text)?.[1] ?? userId
      await send('DELETE', `/v1/me/external_accounts/${account}/tokens`)
      await send('DELETE', '/v1/me/external_accounts/eac_1/tokens')
      await send('GET', '/v1/me/trusted_devices')
      const stranger = createBrowser(emulator)
      await stranger.send('GET', '/v1/me/trusted_devices')
      await stranger.send('POST', '/v1/me/tokens')
    },
  },
]
