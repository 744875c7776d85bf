import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, jane } from './support/browser.ts'
import { assertPasskey as assert, passkey } from './support/passkey.ts'
import { walletAddress, walletKinds } from './support/wallet.ts'

describe('passkey', () => {
  const begin = async (fields: Record<string, string> = { strategy: 'passkey' }, user = {}) => {
    const emulator = createFrozen()
    emulator.users.create({ ...jane, passkeys: [passkey], ...user })
    const browser = createBrowser(emulator)
    const { response } = (await browser.signIn(fields)).body
    const attempt = (public_key_credential: string) =>
      browser.signInStep(response.id, 'attempt_first_factor', {
        strategy: 'passkey',
        public_key_credential,
      })
    return {
      ...browser,
      emulator,
      response,
      attempt,
      nonce: response.first_factor_verification?.nonce ?? '',
    }
  }

  test('says who signs in, and signs him in', async () => {
    const { response, attempt, nonce } = await begin()
    expect(response).toMatchObject({
      status: 'needs_identifier',
      first_factor_verification: { object: 'verification_passkey', status: 'unverified' },
    })
    expect(JSON.parse(nonce)).toMatchObject({ rpId: 'app.emulator.test', allowCredentials: [] })
    const { body } = await attempt(assert(nonce))
    expect(body.response).toMatchObject({
      status: 'complete',
      first_factor_verification: { status: 'verified' },
    })
  })

  test('counts as both factors', async () => {
    const { attempt, nonce } = await begin(undefined, { totpSecret: 'GEZDGNBVGY3TQOJQ' })
    expect((await attempt(assert(nonce))).body.response.status).toBe('complete')
  })

  test('is offered to a user who has one', async () => {
    const { response, signInStep } = await begin({ identifier: jane.emailAddress })
    expect(response.supported_first_factors?.map(({ strategy }) => strategy)).toContain('passkey')
    const { body } = await signInStep(response.id, 'prepare_first_factor', { strategy: 'passkey' })
    expect(JSON.parse(body.response.first_factor_verification?.nonce ?? '{}')).toMatchObject({
      allowCredentials: [{ id: passkey.credentialId, type: 'public-key' }],
    })
  })

  test.each([
    ['another origin', { origin: 'https://evil.test' }],
    ['another relying party', { rpId: 'evil.test' }],
    ['nobody present', { flags: 0 }],
    ['an unknown credential', { id: 'x' }],
  ])('refuses %s', async (_, lie) => {
    const { attempt, nonce, client } = await begin()
    const { text: before } = await client()
    const { status, fault } = await attempt(assert(nonce, lie))
    expect([status, fault]).toEqual([422, 'form_param_value_invalid@public_key_credential'])
    expect((await client()).text).toBe(before)
  })

  test('refuses what is none, an old challenge, and one of someone else', async () => {
    const { attempt, nonce, signInStep, signIn, emulator } = await begin()
    for (const junk of ['{', '{}', 'null', '{"id":1}'])
      expect((await attempt(junk)).status).toBe(422)
    const { response } = (await signIn({ strategy: 'passkey' })).body
    const again = (credential: string, id = response.id) =>
      signInStep(id, 'attempt_first_factor', {
        strategy: 'passkey',
        public_key_credential: credential,
      })
    expect((await again(assert(nonce))).status).toBe(422)
    emulator.users.create({ emailAddress: 'ann@example.com' })
    const ann = (await signIn({ identifier: 'ann@example.com' })).body.response.id
    const { body } = await signInStep(ann, 'prepare_first_factor', { strategy: 'passkey' })
    expect(
      (await again(assert(body.response.first_factor_verification?.nonce ?? ''), ann)).status,
    ).toBe(422)
  })
})

describe.each(walletKinds)('wallet: $strategy', ({ strategy, address, sign }) => {
  const begin = () => {
    const emulator = createFrozen({
      settings: { web3Wallet: 'on', emailAddress: 'on', password: 'on' },
    })
    return { emulator, ...createBrowser(emulator) }
  }

  test('signs in by signing a text', async () => {
    const { emulator, signIn, signInStep } = begin()
    emulator.users.create({ web3Wallet: address })
    const { response } = (await signIn({ identifier: address })).body
    expect(response.supported_first_factors?.[0]).toMatchObject({
      strategy,
      safe_identifier: address,
    })
    const { body } = await signInStep(response.id, 'prepare_first_factor', { strategy })
    const { message = '' } = body.response.first_factor_verification ?? {}
    const attempt = (signature: string) =>
      signInStep(response.id, 'attempt_first_factor', { strategy, signature })
    expect((await attempt(sign('another text'))).fault).toBe('form_incorrect_signature@signature')
    expect((await attempt('nonsense')).fault).toBe('form_incorrect_signature@signature')
    expect((await attempt(sign(message))).body.response.status).toBe('complete')
  })

  test('is found however its address is written, where that has no capitals', async () => {
    const { emulator, signIn } = begin()
    emulator.users.create({ web3Wallet: walletAddress })
    const identifier = walletAddress.toUpperCase().replace('0X', '0x')
    expect((await signIn({ identifier })).body.response.status).toBe('needs_first_factor')
  })

  test('of another kind cannot sign', async () => {
    const { signUp, signUpStep } = begin()
    const other = walletKinds.find(kind => kind.strategy !== strategy)
    const { id } = (await signUp({ web3_wallet: address })).body.response
    const { fault } = await signUpStep(id, 'prepare_verification', {
      strategy: other?.strategy ?? '',
    })
    expect(fault).toBe('form_param_value_invalid@strategy')
  })

  test('signs up, and an address that is none is refused', async () => {
    const { signUp, signUpStep } = begin()
    expect((await signUp({ web3_wallet: '0x1' })).fault).toBe(
      'form_param_format_invalid@web3_wallet',
    )
    const { id, unverified_fields } = (await signUp({ web3_wallet: address })).body.response
    expect(unverified_fields).toEqual(['web3_wallet'])
    const { body } = await signUpStep(id, 'prepare_verification', { strategy })
    const signature = sign(body.response.verifications.web3_wallet?.message ?? '')
    const done = await signUpStep(id, 'attempt_verification', { strategy, signature })
    expect(done.body.response.status).toBe('complete')
  })
})
