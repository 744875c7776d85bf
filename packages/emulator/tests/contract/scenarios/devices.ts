import { createBrowser, createSignedIn, jane } from '../../support/browser.ts'
import { assertPasskey, passkey } from '../../support/passkey.ts'
import { signAsWallet, walletAddress } from '../../support/wallet.ts'
import type { Scenario } from '../recorder.ts'

const strategy = 'web3_metamask_signature'
const settings = { web3Wallet: 'on', emailAddress: 'on' } as const

/** Proofs that a device signs. */
export const deviceScenarios: readonly Scenario[] = [
  {
    name: 'a passkey',
    run: async start => {
      const emulator = start()
      emulator.users.create({ ...jane, passkeys: [passkey] })
      const { signIn, signInStep } = createBrowser(emulator)
      const { id, first_factor_verification } = (await signIn({ strategy: 'passkey' })).body
        .response
      const attempt = (public_key_credential: string) =>
        signInStep(id, 'attempt_first_factor', { strategy: 'passkey', public_key_credential })
      await attempt('nonsense')
      await attempt(assertPasskey(first_factor_verification?.nonce ?? ''))
    },
  },
  {
    name: 'a wallet signs in',
    run: async start => {
      const emulator = start({ settings })
      emulator.users.create({ web3Wallet: walletAddress })
      const { signIn, signInStep } = createBrowser(emulator)
      const { id } = (await signIn({ identifier: walletAddress })).body.response
      const { body } = await signInStep(id, 'prepare_first_factor', { strategy })
      const signature = signAsWallet(body.response.first_factor_verification?.message ?? '')
      await signInStep(id, 'attempt_first_factor', { strategy, signature: 'nonsense' })
      await signInStep(id, 'attempt_first_factor', { strategy, signature })
    },
  },
  {
    name: 'a wallet signs up',
    run: async start => {
      const { signUp, signUpStep } = createBrowser(start({ settings }))
      const { id } = (await signUp({ web3_wallet: walletAddress })).body.response
      const { body } = await signUpStep(id, 'prepare_verification', { strategy })
      const signature = signAsWallet(body.response.verifications.web3_wallet?.message ?? '')
      await signUpStep(id, 'attempt_verification', { strategy, signature })
    },
  },
  {
    name: 'a device that nobody trusts',
    run: async start => {
      const emulator = start()
      const stranger = createBrowser(emulator)
      const known = await createSignedIn(emulator)
      for (const { send } of [stranger, known]) {
        await send('POST', '/v1/client/trusted_devices/validate', { trusted_device_id: 'td_1' })
        await send('POST', '/v1/client/trusted_devices/validate')
      }
    },
  },
]
