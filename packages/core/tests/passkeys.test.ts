import { isPasskeySupported, passkeys, type WebAuthn } from '@clientele/core/passkeys'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { json, publishableKey, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson } from './support/wire.ts'

const bytes = (text: string) => new TextEncoder().encode(text).buffer
const base64url = (text: string) => Buffer.from(text).toString('base64url')

const nonce = JSON.stringify({
  challenge: base64url('challenge?>'),
  rpId: 'app.test',
  timeout: 1000,
  userVerification: 'required',
  allowCredentials: [{ type: 'public-key', id: base64url('credential') }],
})

const credential = {
  type: 'public-key',
  id: 'id_1',
  rawId: bytes('raw?>'),
  authenticatorAttachment: 'platform',
  response: {
    clientDataJSON: bytes('client data'),
    authenticatorData: bytes('authenticator'),
    signature: bytes('signature'),
    userHandle: null,
  },
}

const signIn = (over: object = {}) => ({
  id: 'sia_1',
  status: 'needs_first_factor',
  first_factor_verification: { status: 'unverified', strategy: 'passkey', nonce },
  ...over,
})

const open = async (port: WebAuthn | undefined, client: object = {}, begun: object = signIn()) => {
  const { fetch, seen } = scriptedFetch(({ path }) => {
    if (path === '/client') return json({ response: clientJson(client), client: null })
    const done = path.endsWith('attempt_first_factor')
    return json({
      response: done ? signIn({ status: 'complete', created_session_id: 'sess_1' }) : begun,
      client: null,
    })
  })
  const clientele = createClientele({ publishableKey, fetch })
  await clientele.load()
  return { clientele, seen, api: clientele.use(passkeys(port)) }
}

const portOf = (answer: () => Promise<unknown>) => {
  const asked: CredentialRequestOptions[] = []
  const port: WebAuthn = {
    get: async options => {
      asked.push(options)
      return (await answer()) as Credential // as: a stand-in of the parts that are read
    },
  }
  return { port, asked }
}

describe('a passkey', () => {
  it('begins a sign-in and proves it', async () => {
    const { port, asked } = portOf(async () => credential)
    const { api, clientele, seen } = await open(port)
    await api.authenticate({ flow: 'autofill' })
    expect(clientele.client?.signIn).toMatchObject({
      status: 'complete',
      createdSessionId: 'sess_1',
    })
    const [options] = asked
    expect(options).toMatchObject({
      mediation: 'conditional',
      publicKey: { rpId: 'app.test', timeout: 1000, userVerification: 'required' },
    })
    expect(Buffer.from(options?.publicKey?.challenge as Uint8Array).toString()).toBe('challenge?>')
    expect(seen.slice(1).map(({ path, form }) => `${path} ${form.get('strategy')}`)).toEqual([
      '/client/sign_ins passkey',
      '/client/sign_ins/sia_1/attempt_first_factor passkey',
    ])
    expect(JSON.parse(seen[2]?.form.get('public_key_credential') ?? '')).toEqual({
      id: 'id_1',
      rawId: base64url('raw?>'),
      type: 'public-key',
      authenticatorAttachment: 'platform',
      response: {
        clientDataJSON: base64url('client data'),
        authenticatorData: base64url('authenticator'),
        signature: base64url('signature'),
        userHandle: null,
      },
    })
  })

  it('goes on with a sign-in that offers it, and destroys no other', async () => {
    const { port } = portOf(async () => credential)
    const { api, seen } = await open(port, {
      sign_in: signIn({ supported_first_factors: [{ strategy: 'passkey' }] }),
    })
    await api.authenticate()
    expect(seen[1]?.path).toBe('/client/sign_ins/sia_1/prepare_first_factor')
  })

  it.each([
    ['is refused', () => Promise.reject(new Error('NotAllowedError'))],
    ['is none', async () => null],
    ['is of another kind', async () => ({ type: 'password' })],
  ])('that %s is an error, and nothing is sent', async (_, answer) => {
    const { port } = portOf(answer)
    const { api, seen } = await open(port)
    await expect(api.authenticate()).rejects.toMatchObject({ code: 'passkey_retrieval_failed' })
    expect(seen).toHaveLength(2)
  })

  it('without WebAuthn says so', async () => {
    const { api, seen } = await open(undefined)
    await expect(api.authenticate()).rejects.toMatchObject({ code: 'passkey_not_supported' })
    expect(seen).toHaveLength(1)
  })

  it.each([null, 'junk', '{}', '{"challenge":1}'])(
    'with options that are %s is an answer that makes no sense',
    async text => {
      const { port, asked } = portOf(async () => credential)
      const begun = signIn({
        first_factor_verification: { status: 'unverified', strategy: 'passkey', nonce: text },
      })
      const { api } = await open(port, {}, begun)
      await expect(api.authenticate()).rejects.toMatchObject({ code: 'response_invalid' })
      expect(asked).toEqual([])
    },
  )
})

describe('isPasskeySupported', () => {
  afterEach(() => vi.unstubAllGlobals())
  const complete = {
    isSecureContext: true,
    PublicKeyCredential: class {},
    navigator: { credentials: {} },
    location: { hostname: 'app.example.com' },
  }

  it.each([
    ['a page served by https', {}, true],
    ['localhost', { location: { hostname: 'localhost' } }, true],
    ['a page that is not secure', { isSecureContext: false }, false],
    ['a browser without WebAuthn', { PublicKeyCredential: undefined }, false],
    ['a browser without credentials', { navigator: {} }, false],
    ['a machine without a name', { location: { hostname: '127.0.0.1' } }, false],
    ['one by its other address', { location: { hostname: '[::1]' } }, false],
    ['a server', { isSecureContext: undefined, navigator: undefined, location: undefined }, false],
  ])('%s', (_, changed, expected) => {
    for (const [name, value] of Object.entries({ ...complete, ...changed }))
      vi.stubGlobal(name, value)
    expect(isPasskeySupported()).toBe(expected)
  })
})
