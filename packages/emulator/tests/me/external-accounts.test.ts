import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn, jane, joe } from '../support/browser.ts'
import type { VerificationWire } from '../support/wire.ts'

interface AccountWire {
  readonly id: string
  readonly email_address: string
  readonly approved_scopes: string
  readonly verification: VerificationWire
}

const redirect_url = 'https://app.emulator.test/back'
const complete = 'https://app.emulator.test/done'
const path = '/v1/me/external_accounts'
const gmail = { emailAddress: 'jane@gmail.test', firstName: 'Jane' }

const begin = async (user: object = {}) => {
  const emulator = createFrozen()
  emulator.users.create(joe)
  emulator.users.create({ ...jane, ...user })
  const browser = await createSignedIn(emulator)
  const add = async (fields: Record<string, string> = {}) => {
    const given = { strategy: 'oauth_google', redirect_url, ...fields }
    const { response } = (await browser.send<AccountWire>('POST', path, given)).body
    return { id: response.id, url: response.verification.external_verification_redirect_url ?? '' }
  }
  const shown = async () => {
    const { body } = await browser.send<{ external_accounts: AccountWire[] }>('GET', '/v1/me')
    return body.response.external_accounts
  }
  return { emulator, ...browser, add, shown }
}

describe('an external account', () => {
  test('is begun, proven by its provider, and keeps its id', async () => {
    const { emulator, add, shown, visit } = await begin()
    const { id, url } = await add({ action_complete_redirect_url: complete })
    expect(await shown()).toMatchObject([{ id, verification: { status: 'unverified' } }])
    const { to } = await visit(emulator.oauth.approve(url, gmail))
    expect(to?.href).toBe(complete)
    expect(await shown()).toMatchObject([
      { id, email_address: gmail.emailAddress, verification: { status: 'verified', error: null } },
    ])
    const { signIn, visit: open, client } = createBrowser(emulator)
    const { body } = await signIn({ strategy: 'oauth_google', redirect_url })
    const away = body.response.first_factor_verification?.external_verification_redirect_url ?? ''
    await open(emulator.oauth.approve(away, gmail))
    expect((await client()).body.response?.sessions[0]?.user.id).toBe(
      emulator.users.get(jane.emailAddress)?.id,
    )
  })

  test('is begun at the page of its provider, as a sign-in is', async () => {
    const { add, visit, shown } = await begin()
    const { url } = await add()
    expect((await visit(url)).text).toContain('Emulated application')
    const decision = { decision: 'create', email_address: gmail.emailAddress }
    const state = new URL(url).searchParams.get('state') ?? ''
    const { to } = await visit('/__emulator/oauth/authorize', { state, ...decision })
    expect((await visit(to?.href ?? '')).to?.href).toBe(redirect_url)
    expect(await shown()).toMatchObject([{ email_address: gmail.emailAddress }])
  })

  test.each([
    ['deny', 'oauth_access_denied'],
    ['fail', 'external_account_error'],
  ] as const)('that the provider does not give (%s) says why', async (verb, code) => {
    const { emulator, add, visit, shown } = await begin()
    const { id, url } = await add()
    await visit(emulator.oauth[verb](url))
    expect(await shown()).toMatchObject([
      { id, verification: { status: 'failed', error: { code } } },
    ])
  })

  test('of somebody else is not taken from him, nor one’s own linked twice', async () => {
    const { emulator, add, visit, shown } = await begin({
      externalAccounts: [{ provider: 'google', emailAddress: gmail.emailAddress }],
    })
    for (const emailAddress of [joe.emailAddress, gmail.emailAddress]) {
      const { id, url } = await add()
      await visit(emulator.oauth.approve(url, { emailAddress }))
      expect((await shown()).find(each => each.id === id)).toMatchObject({
        verification: { status: 'failed', error: { code: 'external_account_exists' } },
      })
    }
  })

  test('belongs to the browser that began it', async () => {
    const { emulator, add, shown } = await begin()
    const { url } = await add()
    const { visit } = createBrowser(emulator)
    expect((await visit(emulator.oauth.approve(url, gmail))).status).toBe(403)
    expect(await shown()).toMatchObject([{ verification: { status: 'unverified' } }])
  })

  test('is asked for more, by the same account only', async () => {
    const { emulator, add, visit, shown, agent } = await begin()
    const { id, url } = await add({ additional_scope: 'email' })
    await visit(emulator.oauth.approve(url, gmail))
    const reauthorize = async () => {
      const form = new URLSearchParams({ redirect_url })
      for (const scope of ['calendar', 'email']) form.append('additional_scope', scope)
      const init = { method: 'POST', body: form }
      const answer = await agent.fetch(`${path}/${id}/reauthorize?_method=PATCH`, init)
      return (await answer.json()).response.verification.external_verification_redirect_url
    }
    await visit(emulator.oauth.approve(await reauthorize(), { emailAddress: 'other@gmail.test' }))
    expect(await shown()).toMatchObject([{ id, verification: { status: 'failed' } }])
    await visit(emulator.oauth.approve(await reauthorize(), gmail))
    expect(await shown()).toMatchObject([
      { id, approved_scopes: 'email calendar', verification: { status: 'verified' } },
    ])
  })

  test('is let go, unless nothing else names its user', async () => {
    const { emulator, add, visit, shown, send } = await begin({ username: 'jane_doe' })
    const { id, url } = await add()
    await visit(emulator.oauth.approve(url, gmail))
    emulator.users.update(emulator.users.get(jane.emailAddress)?.id ?? '', { emailAddress: null })
    await send('PATCH', '/v1/me', { username: '' })
    const refused = await send('DELETE', `${path}/${id}`)
    expect([refused.status, refused.fault]).toEqual([400, 'identification_deletion_failed'])
    await send('PATCH', '/v1/me', { username: 'jane_doe' })
    expect((await send('DELETE', `${path}/${id}`)).body.response).toMatchObject({ deleted: true })
    expect(await shown()).toEqual([])
  })

  test.each([
    [{ strategy: 'oauth_token_google', token: 'x' }, 'form_param_value_disabled@strategy'],
    [{ strategy: 'oauth_facebook' }, 'form_param_value_disabled@strategy'],
    [{ strategy: 'password' }, 'form_param_value_invalid@strategy'],
    [{ redirect_url: '/back' }, 'form_param_format_invalid@redirect_url'],
    [{ enterprise_connection_id: 'x' }, 'form_resource_not_found@enterprise_connection_id'],
  ])('of %j is refused', async (fields, expected) => {
    const { send, shown } = await begin()
    const given = { strategy: 'oauth_google', redirect_url, ...fields }
    expect((await send('POST', path, given)).fault).toBe(expected)
    expect(await shown()).toEqual([])
  })
})
