import type { Emulator } from '@clientele/emulator'
import { type Arbitrary, array, constantFrom } from 'fast-check'
import { createBackend } from './backend.ts'
import { createBrowser, createSignedIn, jane, joe } from './browser.ts'
import { png } from './image.ts'

/** Things that leave something in every table. */
export const deeds = {
  create: async emulator => {
    const count = emulator.users.list().length
    emulator.users.create({
      emailAddress: `user${count}@example.com`,
      phoneNumber: `+1202555${1000 + count}`,
      web3Wallet: `0x${String(count).padStart(40, '0')}`,
      password: 'correct horse',
      totpSecret: 'JBSWY3DPEHPK3PXP',
      backupCodes: ['abcd1234'],
      passkeys: [{ credentialId: `key${count}`, publicKey: 'BA' }],
      externalAccounts: [{ provider: 'google' }],
      publicMetadata: { b: 1, a: { z: 1, y: [] } },
    })
  },
  signIn: async emulator => {
    const user = emulator.users.list()[0]
    await createBrowser(emulator).signIn({ identifier: user?.emailAddress ?? 'nobody@example.com' })
  },
  signedIn: async emulator => {
    await createSignedIn(emulator)
  },
  code: async emulator => {
    if (!emulator.users.get(joe.emailAddress)) emulator.users.create(joe)
    const { signIn, signInStep } = createBrowser(emulator)
    const { id } = (await signIn({ identifier: joe.emailAddress })).body.response
    await signInStep(id, 'prepare_first_factor', { strategy: 'email_code' })
    await signInStep(id, 'attempt_first_factor', { strategy: 'email_code', code: '000000' })
  },
  link: async emulator => {
    if (!emulator.users.get(joe.emailAddress)) emulator.users.create(joe)
    const fields = {
      identifier: joe.emailAddress,
      strategy: 'email_link',
      redirect_url: 'https://app.test/',
    }
    await createBrowser(emulator).signIn(fields)
  },
  provider: async emulator => {
    const fields = { strategy: 'oauth_google', redirect_url: 'https://app.test/' }
    const { body } = await createBrowser(emulator).signIn(fields)
    const away = body.response.first_factor_verification?.external_verification_redirect_url
    if (away) emulator.oauth.approve(away, { emailAddress: 'new@example.com' })
  },
  failedProvider: async emulator => {
    const { signIn, visit } = createBrowser(emulator)
    const { body } = await signIn({ strategy: 'oauth_github', redirect_url: 'https://app.test/' })
    const away = body.response.first_factor_verification?.external_verification_redirect_url
    if (away) await visit(emulator.oauth.deny(away))
  },
  signUp: async emulator => {
    const { signUp, signUpStep } = createBrowser(emulator)
    const unsafe_metadata = '{"z":1,"__proto__":{"a":1}}'
    const { body } = await signUp({ email_address: 'new@example.com', unsafe_metadata })
    if (body.errors) return // the address is taken by now
    const { id } = body.response
    await signUpStep(id, 'prepare_verification', { strategy: 'email_code' })
    const code = emulator.inbox.latest()?.code ?? ''
    await signUpStep(id, 'attempt_verification', { strategy: 'email_code', code })
  },
  account: async emulator => {
    const { send } = await createSignedIn(emulator)
    const email_address = `work${emulator.users.list().length}@example.com`
    const { body } = await send<{ id: string }>('POST', '/v1/me/email_addresses/', {
      email_address,
    })
    if (body.response)
      await send('POST', `/v1/me/email_addresses/${body.response.id}/prepare_verification`, {
        strategy: 'email_code',
      })
    await send('POST', '/v1/me/totp')
  },
  reverification: async emulator => {
    const { session, id } = await createSignedIn(emulator)
    await session('verify', id, { level: 'first_factor' })
    await session('verify/prepare_first_factor', id, { strategy: 'email_code' })
  },
  signOut: async emulator => {
    const { send } = await createSignedIn(emulator)
    await send('DELETE', '/v1/client/sessions')
  },
  revoke: async emulator => {
    for (const { id } of emulator.sessions.list().slice(0, 1)) emulator.sessions.revoke(id)
  },
  delete: async emulator => {
    const { id } = emulator.users.create()
    for (const gone of [id, emulator.users.list()[3]?.id ?? id])
      if (emulator.users.get(gone)) emulator.users.delete(gone)
  },
  belongings: async emulator => {
    const { send, agent } = await createSignedIn(emulator)
    const fields = { strategy: 'oauth_github', redirect_url: 'https://app.test/' }
    await send('POST', '/v1/me/external_accounts', fields)
    await send('POST', '/v1/me/passkeys')
    const body = new FormData()
    body.append('file', new Blob([png]))
    await agent.fetch('/v1/me/profile_image', { method: 'POST', body })
    const { id } = emulator.organizations.create({
      name: 'Offers',
      slug: `offers-${emulator.organizations.list().length}`,
    })
    emulator.organizations.invite(id, { emailAddress: 'guest@example.com' })
    emulator.organizations.suggest(id, emulator.users.get(jane.emailAddress)?.id ?? '')
  },
  organization: async emulator => {
    const userId = emulator.users.list()[0]?.id
    const slug = `acme-${emulator.organizations.list().length}`
    emulator.organizations.create({
      name: 'Acme',
      slug,
      members: userId === undefined ? [] : [{ userId }],
    })
  },
  asking: async emulator => {
    const { send } = await createSignedIn(emulator)
    const slug = `asked-${emulator.organizations.list().length}`
    const { body } = await send<{ id: string }>('POST', '/v1/organizations', {
      name: 'Asked',
      slug,
    })
    const domain = { name: `${slug}.test` }
    await send('POST', `/v1/organizations/${body.response.id}/domains`, domain)
    const connection = { provider: 'saml_okta', domains: `${slug}.test` }
    await send('POST', '/v1/me/enterprise_connections', connection)
    await send('POST', '/v1/waitlist', { email_address: `${slug}@example.com` })
    const { id } = emulator.organizations.create({ name: 'Other', slug: `${slug}-2` })
    const userId = emulator.users.get(jane.emailAddress)?.id ?? ''
    const suggestion = emulator.organizations.suggest(id, userId)
    await send('POST', `/v1/me/organization_suggestions/${suggestion.id}/accept`)
  },
  ticket: async emulator => {
    emulator.tickets.create({
      emailAddress: 'guest@example.com',
      publicMetadata: { role: 'guest' },
    })
  },
  rotate: async emulator => {
    for (const { id } of emulator.clients.list()) emulator.clients.rotate(id)
  },
  backend: async emulator => {
    const { post } = createBackend(emulator)
    const count = emulator.users.list().length
    await post('/jwt_templates', { name: `made${count}`, claims: { z: 1, a: 2 } })
    await post('/redirect_urls', { url: `myapp://callback/${count}` })
    await post('/blocklist_identifiers', { identifier: '*@spam.test' })
    await post('/machines', { name: 'Reports' })
    await post('/waitlist_entries', { email_address: 'waiting@example.com' })
    const private_metadata = { z: 1, a: 2 }
    await post('/users', { email_address: [`backend${count}@example.com`], private_metadata })
  },
  settings: async emulator => {
    emulator.settings.patch({
      rotationGrace: 1000,
      jwtTemplates: { b: { claims: { z: 1, a: 2 } }, a: { claims: {} } },
    })
  },
  apiKey: async emulator => {
    emulator.settings.patch({ apiKeys: true })
    const { client, agent } = await createSignedIn(emulator)
    const session = (await client()).body.response?.sessions.at(-1)
    await agent.fetch('/api_keys', {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${session?.last_active_token?.jwt}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ name: 'CI', subject: session?.user.id }),
    })
  },
  limits: async emulator => {
    emulator.settings.patch({ limits: 'production' })
    await createBrowser(emulator).signUp({ email_address: 'new@example.com' })
    // What was asked stays counted; the deeds that follow are more than a production instance would
    // let be done.
    emulator.settings.patch({ limits: 'development' })
  },
  clock: async emulator => {
    emulator.clock.advance(90_000)
    emulator.clock.freeze()
  },
  fault: async emulator => {
    emulator.faults.add({
      kind: 'status',
      status: 500,
      path: '/v1/environment',
      probability: 0.5,
      body: { b: 1, a: 2 },
    })
    await emulator.fetch('/v1/environment')
  },
} satisfies Record<string, (emulator: Emulator) => Promise<void>>

// as: the keys of the object above
export const deedNames = Object.keys(deeds) as (keyof typeof deeds)[]
/** Some of them, one after the other. */
export const someDeeds: Arbitrary<(keyof typeof deeds)[]> = array(constantFrom(...deedNames), {
  maxLength: 12,
})
