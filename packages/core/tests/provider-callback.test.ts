import { redirectCallback } from '@clientele/core/redirect-callback'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { json, publishableKey, type Seen, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, jwtOf, sessionJson } from './support/wire.ts'

const signIn = (status: string, over: object = {}) => ({ id: 'sia_1', status, ...over })
const signUp = (status: string, over: object = {}) => ({
  id: 'sua_1',
  status,
  verifications: {},
  ...over,
})
const first = (status: string, error: object | null = null) => ({
  first_factor_verification: { status, strategy: 'oauth_google', error },
})
const external = (status: string, error: object | null = null) => ({
  verifications: { external_account: { status, strategy: 'oauth_google', error } },
})
const session = (over: object = {}) => sessionJson('sess_1', over)
const already = { code: 'identifier_already_signed_in', meta: { session_id: 'sess_1' } }

const handle = async (
  client: object,
  params?: { transferable?: boolean },
  transferred?: object,
) => {
  const { fetch, seen } = scriptedFetch(({ path, form }: Seen) => {
    if (path.endsWith('/tokens'))
      return json({ object: 'token', jwt: jwtOf('sess_1', Date.now() / 1000) })
    if (path.endsWith('/touch'))
      return json({
        response: session(),
        client: clientJson({ sessions: [session()], ...client, sign_in: null, sign_up: null }),
      })
    if (form.get('transfer') === 'true')
      return json({ response: transferred, client: clientJson({ sessions: [session()] }) })
    return json({ response: clientJson(client), client: null })
  })
  const clientele = createClientele({ publishableKey, fetch })
  await clientele.load()
  const callback = clientele.use(redirectCallback())
  const [outcome, again] = await Promise.all([callback.handle(params), callback.handle(params)])
  expect(again).toBe(outcome)
  return { outcome, clientele, sent: seen.slice(2).map(({ path }) => path) }
}

describe('what comes back from a provider', () => {
  const sessions = [session()]
  const created = { created_session_id: 'sess_1' }

  it.each([
    [
      'a complete sign-in',
      { sessions, sign_in: signIn('complete', created) },
      { kind: 'complete', sessionId: 'sess_1' },
    ],
    [
      'a protect check',
      { sign_in: signIn('needs_protect_check') },
      { kind: 'unsupported', attempt: 'signIn', status: 'needs_protect_check' },
    ],
    [
      'a locked account',
      { sign_in: signIn('needs_identifier', first('failed', { code: 'user_locked' })) },
      { kind: 'error', attempt: 'signIn', error: { code: 'user_locked' } },
    ],
    [
      'a first factor to choose',
      {
        sign_in: signIn('needs_first_factor', {
          supported_first_factors: [{ strategy: 'password' }],
        }),
      },
      { kind: 'first_factor' },
    ],
    [
      'a first factor that only a company could give',
      {
        sign_in: signIn('needs_first_factor', {
          supported_first_factors: [{ strategy: 'enterprise_sso' }],
        }),
      },
      { kind: 'sign_in' },
    ],
    ['a password to renew', { sign_in: signIn('needs_new_password') }, { kind: 'new_password' }],
    [
      'a complete sign-up',
      { sessions, sign_up: signUp('complete', created) },
      { kind: 'complete', sessionId: 'sess_1' },
    ],
    ['a second factor', { sign_in: signIn('needs_second_factor') }, { kind: 'second_factor' }],
    ['a client to trust', { sign_in: signIn('needs_client_trust') }, { kind: 'client_trust' }],
    [
      'an account that is signed in here, by sign-in',
      { sessions, sign_in: signIn('needs_identifier', first('failed', already)) },
      { kind: 'complete' },
    ],
    [
      'an account that is signed in here, by sign-up',
      { sessions, sign_up: signUp('missing_requirements', external('failed', already)) },
      { kind: 'complete' },
    ],
    [
      'a refusal at sign-up',
      {
        sign_up: signUp(
          'missing_requirements',
          external('failed', { code: 'oauth_access_denied' }),
        ),
      },
      { kind: 'error', attempt: 'signUp', error: { code: 'oauth_access_denied' } },
    ],
    [
      'a refusal at sign-in',
      { sign_in: signIn('needs_identifier', first('failed', { code: 'oauth_access_denied' })) },
      { kind: 'error', attempt: 'signIn' },
    ],
    [
      'fields that a sign-up still needs',
      { sign_up: signUp('missing_requirements', external('verified')) },
      { kind: 'continue_sign_up' },
    ],
    [
      'a task',
      { sessions: [session({ status: 'pending', tasks: [{ key: 'setup-mfa' }] })] },
      { kind: 'task', sessionId: 'sess_1' },
    ],
    ['nothing', {}, { kind: 'sign_in' }],
  ])('%s', async (_, client, expected) => {
    const { outcome } = await handle(client)
    expect(outcome).toMatchObject(expected)
  })

  it('an unknown account becomes a sign-up, once', async () => {
    const client = {
      sign_in: signIn(
        'needs_identifier',
        first('transferable', { code: 'external_account_not_found' }),
      ),
    }
    const done = signUp('complete', created)
    const { outcome, sent, clientele } = await handle(client, undefined, done)
    expect(outcome).toEqual({ kind: 'complete', sessionId: 'sess_1' })
    expect(sent.slice(0, 2)).toEqual(['/client/sign_ups', '/client/sessions/sess_1/touch'])
    expect(clientele.session?.id).toBe('sess_1')
    expect((await handle(client, undefined, signUp('missing_requirements'))).outcome).toEqual({
      kind: 'continue_sign_up',
    })
  })

  it('an unknown account stays unknown when it may not sign up', async () => {
    const client = { sign_in: signIn('needs_identifier', first('transferable')) }
    const { outcome, sent } = await handle(client, { transferable: false })
    expect(outcome).toEqual({ kind: 'unknown_account' })
    expect(sent).toEqual([])
  })

  it('an account that exists already becomes a sign-in', async () => {
    const client = {
      sign_up: signUp(
        'missing_requirements',
        external('transferable', { code: 'external_account_exists' }),
      ),
    }
    expect((await handle(client, undefined, signIn('complete', created))).outcome).toEqual({
      kind: 'complete',
      sessionId: 'sess_1',
    })
    expect((await handle(client, undefined, signIn('needs_second_factor'))).outcome).toEqual({
      kind: 'second_factor',
    })
    expect((await handle(client, undefined, signIn('of_tomorrow'))).outcome).toEqual({
      kind: 'unsupported',
      attempt: 'signIn',
      status: 'of_tomorrow',
    })
  })
})
