import { createBrowser, createSignedIn, jane, joe } from '../../support/browser.ts'
import { png } from '../../support/image.ts'
import { makePasskey } from '../../support/passkey.ts'
import { signAsWallet, walletAddress } from '../../support/wallet.ts'
import type { VerificationWire } from '../../support/wire.ts'
import type { Scenario } from '../recorder.ts'

interface Begun {
  readonly id: string
  readonly verification: VerificationWire
}

const redirect_url = 'https://app.emulator.test/back'

/** What else the user of a session signs in with, and its picture. */
export const deviceOfMeScenarios: readonly Scenario[] = [
  {
    name: 'a passkey is made, named and forgotten',
    run: async start => {
      const { send } = await createSignedIn(start())
      const { id, verification } = (await send<Begun>('POST', '/v1/me/passkeys')).body.response
      const path = `/v1/me/passkeys/${id}`
      const attempt = (fields: Record<string, string>) =>
        send('POST', `${path}/attempt_verification`, { strategy: 'passkey', ...fields })
      const public_key_credential = makePasskey(verification.nonce ?? '')
      await send('GET', path)
      await attempt({})
      await attempt({ public_key_credential: '{}' })
      await attempt({ public_key_credential })
      await attempt({ public_key_credential })
      await send('PATCH', path, { name: 'Mac' })
      await send('GET', path)
      await send('DELETE', path)
      for (const method of ['GET', 'PATCH', 'DELETE']) await send(method, path)
    },
  },
  {
    name: 'passkeys are not enabled',
    run: async start => {
      const settings = { disabledStrategies: ['passkey' as const] }
      const { send } = await createSignedIn(start({ settings }))
      await send('POST', '/v1/me/passkeys')
    },
  },
  {
    name: 'an account at a provider is linked, asked for more, and let go',
    run: async start => {
      const emulator = start()
      const { send, visit } = await createSignedIn(emulator)
      const add = (fields: Record<string, string>) =>
        send<Begun>('POST', '/v1/me/external_accounts', fields)
      await add({ strategy: 'oauth_nobody', redirect_url })
      await add({ strategy: 'oauth_google' })
      const fields = { strategy: 'oauth_google', redirect_url, additional_scope: 'calendar' }
      const { id, verification } = (await add(fields)).body.response
      const away = verification.external_verification_redirect_url ?? ''
      await visit(emulator.oauth.approve(away, { emailAddress: 'jane@gmail.test' }))
      await send('GET', '/v1/me')
      const path = `/v1/me/external_accounts/${id}`
      await send('PATCH', `${path}/reauthorize`, { redirect_url })
      await send('PATCH', `${path}/reauthorize`, {})
      await send('DELETE', path)
      await send('DELETE', path)
      await send('PATCH', `${path}/reauthorize`, { redirect_url })
    },
  },
  {
    name: 'a wallet is added, proven and deleted',
    run: async start => {
      const { send } = await createSignedIn(start())
      const add = (web3_wallet: string) =>
        send<Begun>('POST', '/v1/me/web3_wallets', { web3_wallet })
      await add('nonsense')
      const path = `/v1/me/web3_wallets/${(await add(walletAddress)).body.response.id}`
      const prepare = (strategy: string) =>
        send<Begun>('POST', `${path}/prepare_verification`, { strategy })
      const attempt = (signature: string) =>
        send('POST', `${path}/attempt_verification`, { signature })
      await send('GET', '/v1/me/web3_wallets')
      await attempt('0x')
      await prepare('nonsense')
      const { verification } = (await prepare('web3_metamask_signature')).body.response
      await attempt('0x')
      await attempt(signAsWallet(verification.message ?? ''))
      await prepare('web3_metamask_signature')
      await send('GET', path)
      await send('DELETE', path)
      for (const method of ['GET', 'DELETE']) await send(method, path)
      await prepare('web3_metamask_signature')
      await attempt('0x')
    },
  },
  {
    name: 'a picture is shown and taken away',
    run: async start => {
      const { agent, send } = await createSignedIn(start())
      const body = new FormData()
      body.append('file', new File([png], 'me.png', { type: 'image/png' }))
      await agent.fetch('/v1/me/profile_image', { method: 'POST', body })
      await send('POST', '/v1/me/profile_image')
      await send('GET', '/v1/me')
      await send('DELETE', '/v1/me/profile_image')
      await send('DELETE', '/v1/me/profile_image')
    },
  },
  {
    name: 'what somebody left open changes nothing that is sensitive',
    run: async start => {
      const emulator = start()
      const { send } = await createSignedIn(emulator)
      const { id } = (
        await send<Begun>('POST', '/v1/me/web3_wallets', { web3_wallet: walletAddress })
      ).body.response
      const passkey = (await send<Begun>('POST', '/v1/me/passkeys')).body.response.id
      const fields = { strategy: 'oauth_google', redirect_url }
      const account = (await send<Begun>('POST', '/v1/me/external_accounts', fields)).body.response
      const [email] = emulator.users.get(jane.emailAddress)?.emailAddresses ?? []
      emulator.clock.advance(600_000)
      await send('PATCH', '/v1/me', { username: 'jane_doe' })
      await send('DELETE', '/v1/me')
      await send('POST', '/v1/me/email_addresses', { email_address: 'a@b.test' })
      await send('DELETE', `/v1/me/email_addresses/${email?.id}`)
      await send('POST', '/v1/me/phone_numbers', { phone_number: '+12015550123' })
      for (const path of ['totp', 'backup_codes', 'passkeys']) await send('POST', `/v1/me/${path}`)
      await send('DELETE', '/v1/me/totp')
      await send('POST', '/v1/me/change_password', { new_password: 'another horse' })
      await send('POST', '/v1/me/remove_password')
      await send('DELETE', `/v1/me/passkeys/${passkey}`)
      await send('POST', '/v1/me/external_accounts', fields)
      await send('DELETE', `/v1/me/external_accounts/${account.id}`)
      await send('POST', '/v1/me/web3_wallets', { web3_wallet: walletAddress })
      await send('DELETE', `/v1/me/web3_wallets/${id}`)
    },
  },
  {
    name: 'a stranger asks for what is a user’s',
    run: async start => {
      const emulator = start()
      emulator.users.create(joe)
      const { send } = createBrowser(emulator)
      const path = '/v1/me/web3_wallets/idn_1'
      for (const each of ['/v1/me/web3_wallets', path]) await send('GET', each)
      for (const each of ['passkeys', 'external_accounts', 'profile_image', 'web3_wallets'])
        await send('POST', `/v1/me/${each}`)
      for (const each of [path, '/v1/me/passkeys/idn_1', '/v1/me/external_accounts/eac_1'])
        await send('DELETE', each)
      await send('POST', `${path}/prepare_verification`)
      await send('POST', `${path}/attempt_verification`)
      await send('POST', '/v1/me/passkeys/idn_1/attempt_verification')
      await send('PATCH', '/v1/me/external_accounts/eac_1/reauthorize')
      await send('DELETE', '/v1/me/profile_image')
      for (const method of ['GET', 'PATCH']) await send(method, '/v1/me/passkeys/idn_1')
    },
  },
]
