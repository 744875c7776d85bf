import { describe, expect, test } from 'vitest'
import { createFrozen, createSignedIn, jane } from '../support/browser.ts'
import { passkey } from '../support/passkey.ts'
import { walletAddress } from '../support/wallet.ts'

const begin = async (age: number, user: object = {}, settings: object = {}) => {
  const emulator = createFrozen({ settings: { password: 'on', ...settings } })
  emulator.users.create({
    ...jane,
    phoneNumber: '+12015550123',
    web3Wallet: walletAddress,
    passkeys: [passkey],
    externalAccounts: [{ provider: 'google' }],
    ...user,
  })
  const browser = await createSignedIn(emulator)
  const { body } = await browser.send<Record<string, { id: string }[]>>('GET', '/v1/me')
  emulator.clock.advance(age)
  const idOf = (list: string) => body.response[list]?.[0]?.id ?? ''
  return { emulator, ...browser, idOf }
}

const code = 'session_reverification_required'
const redirect_url = 'https://app.emulator.test/'

// Each with what it says when it is let through.
const sensitive: [string, string, Record<string, string>, string | undefined][] = [
  ['PATCH', '', { username: 'jane_doe' }, undefined],
  [
    'PATCH',
    '',
    { primary_email_address_id: 'x' },
    'form_resource_not_found@primary_email_address_id',
  ],
  ['DELETE', '', {}, undefined],
  ['POST', '/email_addresses', { email_address: 'a@b.test' }, undefined],
  ['DELETE', '/email_addresses/:email_addresses', {}, undefined],
  ['POST', '/phone_numbers', { phone_number: '+12015550124' }, undefined],
  ['PATCH', '/phone_numbers/:phone_numbers', { reserved_for_second_factor: 'true' }, undefined],
  ['DELETE', '/phone_numbers/:phone_numbers', {}, undefined],
  ['POST', '/totp', {}, undefined],
  ['DELETE', '/totp', {}, 'resource_not_found'],
  ['POST', '/backup_codes', {}, 'backup_codes_not_available'],
  ['POST', '/change_password', {}, 'form_param_missing@new_password'],
  ['POST', '/remove_password', {}, 'form_param_missing@current_password'],
  ['POST', '/passkeys', {}, undefined],
  ['DELETE', '/passkeys/:passkeys', {}, undefined],
  ['POST', '/external_accounts', { strategy: 'oauth_github', redirect_url }, undefined],
  ['DELETE', '/external_accounts/:external_accounts', {}, undefined],
  ['POST', '/web3_wallets', { web3_wallet: `0x${'1'.repeat(40)}` }, undefined],
  ['DELETE', '/web3_wallets/:web3_wallets', {}, undefined],
]

describe.each(sensitive)('%s /v1/me%s', (method, path, fields, otherwise) => {
  const ask = async (age: number, settings = {}) => {
    const { send, idOf } = await begin(age, {}, settings)
    const at = path.replace(/:(\w+)/, (_, list) => idOf(list))
    return send(method, `/v1/me${at}`, fields)
  }

  test('is refused on a session whose proof is ten minutes old, and not a second before', async () => {
    const { status, body } = await ask(600_000)
    const meta = { reverification: { level: 'second_factor', after_minutes: 10 } }
    expect([status, body.errors[0]]).toMatchObject([403, { code, meta }])
    expect((await ask(599_000)).fault).toBe(otherwise)
  })

  test('is not where the instance never asks', async () => {
    expect((await ask(600_000, { reverificationAfter: null })).fault).toBe(otherwise)
  })
})

describe('a session whose proof is old', () => {
  test('is good for everything else', async () => {
    const { send, idOf } = await begin(3_600_000)
    const answers = await Promise.all([
      send('GET', '/v1/me'),
      send('PATCH', '/v1/me', { first_name: 'Jane' }),
      send('PATCH', '/v1/me/metadata', { unsafe_metadata: '{}' }),
      send('PATCH', `/v1/me/passkeys/${idOf('passkeys')}`, { name: 'Mac' }),
      send('POST', '/v1/organizations', { name: 'Acme' }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  })

  test('is refreshed by a reverification', async () => {
    const { send, session, id } = await begin(3_600_000)
    const create = () => send('POST', '/v1/me/totp')
    expect((await create()).fault).toBe(code)
    await session('verify', id, { level: 'second_factor' })
    const proof = { strategy: 'password', password: jane.password }
    await session('verify/attempt_first_factor', id, proof)
    expect((await create()).status).toBe(200)
  })

  test('is asked for its second factor where it has shown one', async () => {
    const { emulator, send, session, id } = await begin(3_600_000, { backupCodes: ['abcd1234'] })
    const userId = emulator.users.get(jane.emailAddress)?.id ?? ''
    emulator.users.update(userId, { totpSecret: 'JBSWY3DPEHPK3PXP' })
    const create = () => send('POST', '/v1/me/passkeys')
    const prove = async (backup: string) => {
      await session('verify', id, { level: 'second_factor' })
      return session('verify/attempt_second_factor', id, { strategy: 'backup_code', code: backup })
    }
    await prove('abcd1234')
    expect((await create()).status).toBe(200)
    emulator.clock.advance(600_000)
    await session('verify', id, { level: 'first_factor' })
    const proof = { strategy: 'password', password: jane.password }
    await session('verify/attempt_first_factor', id, proof)
    expect((await create()).fault).toBe(code)
  })
})

test('whether an instance asks is in its environment', async () => {
  const emulator = createFrozen()
  const read = async () =>
    (await (await emulator.fetch('/v1/environment')).json()).auth_config.reverification
  expect(await read()).toBe(true)
  emulator.settings.patch({ reverificationAfter: null })
  expect(await read()).toBe(false)
})
