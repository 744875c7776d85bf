import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn } from '../support/browser.ts'
import { walletKinds } from '../support/wallet.ts'
import type { VerificationWire } from '../support/wire.ts'

interface WalletWire {
  readonly id: string
  readonly verification: VerificationWire | null
}

const begin = async (address: string) => {
  const emulator = createFrozen()
  const browser = await createSignedIn(emulator)
  const add = (web3_wallet = address) =>
    browser.send<WalletWire>('POST', '/v1/me/web3_wallets', { web3_wallet })
  const step = (id: string, verb: string, fields: Record<string, string>) =>
    browser.send<WalletWire>('POST', `/v1/me/web3_wallets/${id}/${verb}_verification`, fields)
  return { emulator, ...browser, add, step }
}

describe.each(walletKinds)('a wallet: $strategy', ({ strategy, address, sign }) => {
  test('is added, signs, and signs in only then', async () => {
    const { emulator, add, step } = await begin(address)
    const { id, verification } = (await add()).body.response
    expect(verification).toBeNull()
    const { signIn, signInStep } = createBrowser(emulator)
    expect((await signIn({ identifier: address })).fault).toBe(
      'form_identifier_not_found@identifier',
    )
    const asked = (await step(id, 'prepare', { strategy })).body.response.verification
    expect(asked).toMatchObject({ status: 'unverified', nonce: expect.any(String) })
    const signature = sign(asked?.message ?? '')
    const wrong = await step(id, 'attempt', { signature: sign('another text') })
    expect(wrong.fault).toBe('form_incorrect_signature@signature')
    const { body } = await step(id, 'attempt', { signature })
    expect(body.response.verification).toMatchObject({ status: 'verified', strategy })
    const attempt = (await signIn({ identifier: address })).body.response
    const prepared = await signInStep(attempt.id, 'prepare_first_factor', { strategy })
    const { message } = prepared.body.response.first_factor_verification ?? {}
    const done = await signInStep(attempt.id, 'attempt_first_factor', {
      strategy,
      signature: sign(message ?? ''),
    })
    expect(done.body.response.status).toBe('complete')
  })

  test('is listed and deleted', async () => {
    const { add, send } = await begin(address)
    const { id } = (await add()).body.response
    expect(JSON.parse((await send('GET', '/v1/me/web3_wallets')).text)).toMatchObject([{ id }])
    expect((await add()).fault).toBe('form_identifier_exists@web3_wallet')
    const path = `/v1/me/web3_wallets/${id}`
    expect((await send('DELETE', path)).body.response).toMatchObject({ id, deleted: true })
    expect((await send('GET', path)).status).toBe(404)
  })

  test('that somebody else proved meanwhile is not taken from him', async () => {
    const { emulator, add, step } = await begin(address)
    const { id } = (await add()).body.response
    const { message } = (await step(id, 'prepare', { strategy })).body.response.verification ?? {}
    emulator.users.create({ web3Wallet: address })
    const { fault } = await step(id, 'attempt', { signature: sign(message ?? '') })
    expect(fault).toBe('form_identifier_exists@web3_wallet')
  })
})
