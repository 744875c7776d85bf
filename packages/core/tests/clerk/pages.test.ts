import { Clerk } from '@clientele/core/clerk'
import { describe, expect, it } from 'vitest'
import { json, publishableKey, scriptedFetch } from '../support/scripted-fetch.ts'
import { clientJson, sessionJson } from '../support/wire.ts'

const app = 'https://app.example.com'
const options = {
  signInUrl: `${app}/in`,
  signUpUrl: `${app}/up`,
  afterSignOutUrl: `${app}/bye`,
  signInForceRedirectUrl: `${app}/home`,
  signUpFallbackRedirectUrl: `${app}/welcome`,
}

/** A `Clerk` whose server gives this client, and where it has gone to. */
const open = (client: object = {}, more: object = {}) => {
  const visited: string[] = []
  const { fetch } = scriptedFetch(({ path }) =>
    path.endsWith('/touch')
      ? json({ response: sessionJson('sess_1', client), client: clientJson(client) })
      : json({ response: clientJson(client), client: null }),
  )
  const navigate = (url: string) => void visited.push(url)
  const clerk = new Clerk(publishableKey, { fetch, navigate, modules: [], ...options, ...more })
  return { clerk, visited }
}

const signIn = (status: string) => ({
  sign_in: { id: 'sia_1', status, supported_first_factors: [{ strategy: 'password' }] },
})
const signUp = (missing: readonly string[], unverified: readonly string[], error?: object) => ({
  sign_up: {
    id: 'sua_1',
    status: 'missing_requirements',
    missing_fields: missing,
    unverified_fields: unverified,
    verifications: {
      external_account: { status: error ? 'failed' : 'verified', strategy: 'oauth_x', error },
    },
  },
})
const pending = (key: string) => ({
  sessions: [sessionJson('sess_1', { status: 'pending', tasks: [{ key }] })],
  last_active_session_id: 'sess_1',
})

describe('after a provider', () => {
  it.each([
    ['a first factor', signIn('needs_first_factor'), '/in#/factor-one', 'firstFactorUrl'],
    ['a second factor', signIn('needs_second_factor'), '/in#/factor-two', 'secondFactorUrl'],
    ['a client to trust', signIn('needs_client_trust'), '/in#/client-trust', 'secondFactorUrl'],
    ['a new password', signIn('needs_new_password'), '/in#/reset-password', 'resetPasswordUrl'],
    ['a field', signUp(['username'], ['email_address']), '/up#/continue', 'continueSignUpUrl'],
    ['nothing known', signUp([], []), '/up#/continue', 'continueSignUpUrl'],
    [
      'an address',
      signUp([], ['phone_number', 'email_address']),
      '/up#/verify-email-address',
      'verifyEmailAddressUrl',
    ],
    ['a number', signUp([], ['phone_number']), '/up#/verify-phone-number', 'verifyPhoneNumberUrl'],
    ['nothing at all', {}, '/in', 'signInUrl'],
    ['a refused sign-up', signUp([], [], { code: 'oauth_access_denied' }), '/up', 'signUpUrl'],
  ])('%s is left: its page, or the one that is given', async (_, client, page, name) => {
    const { clerk, visited } = open(client)
    await clerk.handleRedirectCallback()
    await clerk.handleRedirectCallback({ [name]: `${app}/mine` })
    expect(visited).toEqual([app + page, `${app}/mine`])
  })

  it('a task leads to its page, and without one to where a sign-in leads', async () => {
    const taskUrls = { 'setup-mfa': `${app}/mfa` }
    for (const [key, page] of [
      ['setup-mfa', '/mfa'],
      ['choose-organization', '/home'],
    ] as const) {
      const { clerk, visited } = open(pending(key), { taskUrls })
      await clerk.handleRedirectCallback()
      expect(visited).toEqual([app + page])
    }
  })
})

describe('each page has an address, and a way there', () => {
  const back = { redirectUrl: `${app}/back` }
  const query = `?redirect_url=${encodeURIComponent(back.redirectUrl)}`

  it.each([
    ['SignIn', `/in${query}`],
    ['SignUp', `/up${query}`],
    ['Tasks', `/in${query}#/tasks/setup-mfa`],
    ['AfterSignIn', '/home'],
    ['AfterSignUp', '/welcome'],
    ['AfterSignOut', '/bye'],
  ] as const)('%s', async (name, page) => {
    const { clerk, visited } = open(pending('setup-mfa'))
    await clerk.load()
    expect(clerk[`build${name}Url`](back)).toBe(app + page)
    await clerk[`redirectTo${name}`](back)
    expect(visited).toEqual([app + page])
  })

  it('after one of several sessions, or after the last one', () => {
    const build = (more: object) => open({}, more).clerk.buildAfterMultiSessionSingleSignOutUrl()
    expect(build({})).toBe(`${app}/bye`)
    expect(build({ afterMultiSessionSingleSignOutUrl: `${app}/choose` })).toBe(`${app}/choose`)
  })

  it('a task that is none leads to where a sign-in leads', () => {
    expect(open().clerk.buildTasksUrl()).toBe(options.signInForceRedirectUrl)
  })
})
