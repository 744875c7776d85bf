import {
  Clerk,
  EmailLinkErrorCodeStatus,
  isEmailLinkError,
  signInSource,
} from '@clientele/core/clerk'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { json, publishableKey, scriptedFetch } from '../support/scripted-fetch.ts'
import { clientJson, sessionJson, userJson } from '../support/wire.ts'
import { open } from './support.ts'

afterEach(() => vi.unstubAllGlobals())

describe('a link that cannot be used has Clerk’s code', () => {
  it.each(Object.values(EmailLinkErrorCodeStatus))('%s', async status => {
    const { clerk } = open()
    await clerk.load()
    const href = `https://app.test/verify?__clerk_status=${status}`
    vi.stubGlobal('location', new URL(href))
    const error = await clerk.handleEmailLinkVerification({}).catch((thrown: unknown) => thrown)
    expect(isEmailLinkError(error)).toBe(true)
    expect(error).toMatchObject({ code: status, cause: { code: `email_link_${status}` } })
  })
})

it('what the server leaves out of an address and a passkey is blank and not missing', async () => {
  const user = userJson('user_1', {
    email_addresses: [{ id: 'idn_1', email_address: 'ada@example.com', verification: null }],
    passkeys: [{ id: 'pk_1', verification: null }],
  })
  const client = clientJson({ sessions: [sessionJson('sess_1', { user })] })
  const { fetch } = scriptedFetch(() => json({ response: client, client: null }))
  const clerk = new Clerk(publishableKey, { fetch, modules: [] })
  await clerk.load()
  expect(clerk.user?.emailAddresses).toMatchObject([{ linkedTo: [] }])
  expect(clerk.user?.passkeys).toMatchObject([
    { name: null, lastUsedAt: null, createdAt: new Date(0) },
  ])
})

describe('a passkey as the second factor', () => {
  const nonce = JSON.stringify({ challenge: btoa('challenge') })
  const attempt = (strategy: string, more: object = {}) => ({
    id: 'sia_1',
    status: 'needs_second_factor',
    supported_second_factors: [{ strategy }],
    ...more,
  })
  const openSecond = async (strategy: string) => {
    const show = (sign_in: object) => clientJson({ sign_in, sessions: [] })
    const wire = scriptedFetch(({ path }) => {
      if (path === '/client') return json({ response: show(attempt(strategy)), client: null })
      const response = path.endsWith('prepare_second_factor')
        ? attempt(strategy, {
            second_factor_verification: { status: 'unverified', strategy: 'passkey', nonce },
          })
        : { ...attempt(strategy), status: 'complete', created_session_id: 'sess_1' }
      return json({ response, client: show(response) })
    })
    const clerk = new Clerk(publishableKey, { fetch: wire.fetch, modules: [] })
    await clerk.load()
    return { ...wire, signIn: signInSource(clerk).get().signIn }
  }
  const bytes = new Uint8Array([1, 2, 3]).buffer
  const response = { clientDataJSON: bytes, authenticatorData: bytes, signature: bytes }
  const get = async () => ({ type: 'public-key', id: 'id_1', rawId: bytes, response })

  it('is chosen for what the server made, and sent', async () => {
    vi.stubGlobal('navigator', { credentials: { get } })
    const { signIn, seen } = await openSecond('passkey')
    expect(await signIn.mfa.passkey()).toEqual({ error: null })
    expect(signIn.status).toBe('complete')
    expect(seen.at(-1)?.form.get('strategy')).toBe('passkey')
    expect(JSON.parse(seen.at(-1)?.form.get('public_key_credential') ?? '')).toMatchObject({
      id: 'id_1',
    })
  })

  it('that is not offered is an error, and nothing is asked', async () => {
    vi.stubGlobal('navigator', { credentials: { get } })
    const { signIn, seen } = await openSecond('totp')
    expect(await signIn.mfa.passkey()).toMatchObject({ error: { code: 'factor_not_found' } })
    expect(seen).toHaveLength(1)
  })
})
