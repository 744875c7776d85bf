import { createBrowser, createSignedIn, jane, joe } from '../../support/browser.ts'
import type { Scenario } from '../recorder.ts'

/** The client, before and after it exists. */
export const clientScenarios: readonly Scenario[] = [
  {
    name: 'a client comes and goes',
    run: async start => {
      const { client, send } = createBrowser(start())
      await client()
      await send('DELETE', '/v1/client')
      await send('DELETE', '/v1/client/sessions')
      await send('PUT', '/v1/client')
      await send('PUT', '/v1/client', { nonsense: '1' })
      await send('POST', '/v1/client')
      await send('POST', '/v1/client', { nonsense: '1' })
      await client()
      await send('DELETE', '/v1/client')
    },
  },
  {
    name: 'two sessions, one after the other over',
    run: async start => {
      const { client, session, send, ids } = await createSignedIn(start(), [jane, joe])
      const [first = '', second = ''] = ids
      await client()
      await send('GET', `/v1/client/sessions/${first}`)
      await session('touch', first, { intent: 'select_session', active_organization_id: '' })
      await session('touch', first, { intent: 'nonsense' })
      await session('tokens', first, { organization_id: '' })
      await session('end', first)
      await session('touch', first)
      await session('tokens', first)
      await session('remove', second)
      for (const verb of ['touch', 'end', 'remove', 'tokens', 'tokens/hasura'])
        await session(verb, 'sess_none')
      await send('GET', '/v1/client/sessions/sess_none')
      await send('DELETE', '/v1/client/sessions')
    },
  },
  {
    name: 'a token of a template',
    run: async start => {
      const emulator = start({
        settings: { jwtTemplates: { hasura: { claims: { role: 'editor' } } } },
      })
      const { session, id } = await createSignedIn(emulator)
      await session('tokens/hasura', id)
    },
  },
  {
    name: 'a stranger asks for sessions',
    run: async start => {
      const { session, send } = createBrowser(start())
      await send('GET', '/v1/client/sessions/sess_1')
      for (const verb of ['touch', 'end', 'remove', 'tokens', 'tokens/hasura'])
        await session(verb, 'sess_1')
    },
  },
  {
    name: 'a session closed from outside and one with tasks',
    run: async start => {
      const emulator = start()
      const { client, ids } = await createSignedIn(emulator, [jane, joe])
      emulator.sessions.assignTasks(ids[0] ?? '', ['choose-organization'])
      emulator.sessions.revoke(ids[1] ?? '')
      await client()
    },
  },
  {
    name: 'an origin that may not call, and a browser that is unknown',
    run: async start => {
      const closed = createBrowser(start({ settings: { allowedOrigins: [] } }))
      await closed.client()
      await closed.send('GET', '/v1/environment')
      await closed.send('PATCH', '/v1/environment')
      const development = createBrowser(start({ host: 'foo-bar-13.clerk.accounts.dev' }))
      await development.client()
      await development.send('GET', '/v1/environment')
      await development.send('POST', '/v1/dev_browser')
    },
  },
  {
    name: 'an address that asks too often',
    run: async start => {
      const { signIn, signUp, signInStep, signUpStep } = createBrowser(
        start({ settings: { limits: 'production' } }),
      )
      for (let count = 0; count < 6; count += 1) {
        await signIn({ identifier: 'nobody@example.com' })
        await signUp({ email_address: 'new@example.com' })
        await signInStep('sia_none', 'attempt_first_factor', {
          strategy: 'password',
          password: 'x',
        })
        await signInStep('sia_none', 'attempt_second_factor', { strategy: 'totp', code: '1' })
        await signUpStep('sua_none', 'attempt_verification', { strategy: 'email_code', code: '1' })
      }
    },
  },
  {
    name: 'what is public',
    run: async start => {
      const { send } = createBrowser(start())
      for (const path of [
        '/v1/environment',
        '/v1/health',
        '/.well-known/jwks.json',
        '/.well-known/openid-configuration',
      ])
        await send('GET', path)
      await send('PATCH', '/v1/environment')
      await send('PATCH', '/v1/environment', { nonsense: '1' })
    },
  },
]
