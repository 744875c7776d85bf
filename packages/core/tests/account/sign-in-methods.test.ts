import { passkeys } from '@clientele/core/passkeys'
import { describe, expect, it } from 'vitest'
import { emailAddress, modes } from '../support/account.ts'
import { createAuthenticator } from '../support/authenticator.ts'

const redirectUrl = 'https://app.test/back'
const google = { strategy: 'oauth_google', redirectUrl }
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

describe.each(modes)('%s', (_, open) => {
  it('a passkey is made, named, signs in, and is deleted', async () => {
    const credentials = createAuthenticator()
    const { api, clientele, emulator } = await open({}, {}, { credentials })
    const made = await api.createPasskey()
    expect(made).toMatchObject({ name: 'Passkey', verification: { status: 'verified' } })
    expect(clientele.user?.passkeys).toEqual([made])
    expect(await api.updatePasskey(made.id, { name: 'Mac' })).toMatchObject({ name: 'Mac' })
    await clientele.signOut()
    await clientele.use(passkeys(credentials)).authenticate()
    await clientele.setActive({ session: clientele.client?.signIn.createdSessionId ?? null })
    expect(clientele.user?.passkeys).toMatchObject([{ id: made.id, name: 'Mac' }])
    expect(clientele.user?.passkeys[0]?.lastUsedAt).toBeInstanceOf(Date)
    expect(await api.deletePasskey(made.id)).toMatchObject({ deleted: true })
    expect(clientele.user?.passkeys).toEqual([])
    expect(emulator.users.get(emailAddress)?.passkeys).toEqual([])
  })

  it('a passkey that was made already is refused, and nothing is left of the second', async () => {
    const credentials = createAuthenticator()
    const { api, clientele } = await open({}, {}, { credentials })
    await api.createPasskey()
    await expect(api.createPasskey()).rejects.toMatchObject({ code: 'form_identifier_exists' })
    await api.reload()
    expect(clientele.user?.passkeys).toHaveLength(1)
  })

  it('an account at a provider is linked, asked for more, and let go', async () => {
    const { api, clientele, emulator, returnFrom } = await open()
    const begun = await api.createExternalAccount({ ...google, additionalScopes: ['a', 'b'] })
    const away = ({ verification }: typeof begun) =>
      verification.externalVerificationRedirectURL ?? ''
    expect(begun.verification.status).toBe('unverified')
    expect(clientele.user?.externalAccounts).toEqual([begun])
    const identity = { emailAddress: 'ada@gmail.test', firstName: 'Ada' }
    await returnFrom(emulator.oauth.approve(away(begun), identity))
    const linked = { id: begun.id, emailAddress: 'ada@gmail.test', approvedScopes: 'a b' }
    expect(clientele.user?.externalAccounts).toMatchObject([
      { ...linked, provider: 'oauth_google', verification: { status: 'verified' } },
    ])
    const again = await api.reauthorizeExternalAccount(begun.id, {
      redirectUrl,
      additionalScopes: ['c'],
      oidcLoginHint: identity.emailAddress,
    })
    expect(again.verification.externalVerificationRedirectURL?.searchParams.get('login_hint')).toBe(
      identity.emailAddress,
    )
    await returnFrom(emulator.oauth.approve(away(again), identity))
    expect(clientele.user?.externalAccounts).toMatchObject([{ ...linked, approvedScopes: 'a b c' }])
    expect(await api.deleteExternalAccount(begun.id)).toMatchObject({ deleted: true })
    expect(clientele.user?.externalAccounts).toEqual([])
  })

  it('an account that its provider does not give says why', async () => {
    const { api, clientele, emulator, returnFrom } = await open()
    const { verification } = await api.createExternalAccount(google)
    await returnFrom(emulator.oauth.deny(verification.externalVerificationRedirectURL ?? ''))
    expect(clientele.user?.externalAccounts).toMatchObject([
      { verification: { status: 'failed', error: { code: 'oauth_access_denied' } } },
    ])
  })

  it.each<[string, Blob | string]>([
    ['a file', new Blob([png], { type: 'image/png' })],
    ['base64', png.toString('base64')],
  ])('a picture is sent as %s, shown, and removed', async (__, file) => {
    const { api, clientele, emulator } = await open()
    const { publicUrl } = await api.setProfileImage({ file })
    expect(clientele.user).toMatchObject({ hasImage: true, imageUrl: publicUrl })
    const shown = await emulator.fetch(publicUrl ?? '')
    expect(Buffer.from(await shown.arrayBuffer()).equals(png)).toBe(true)
    expect(await api.setProfileImage({ file: null })).toEqual({})
    expect(clientele.user?.hasImage).toBe(false)
  })

  it('what is no picture is refused', async () => {
    const { api, clientele } = await open()
    await expect(api.setProfileImage({ file: 'cGl4ZWxz' })).rejects.toMatchObject({
      errors: [{ meta: { paramName: 'file' } }],
    })
    expect(clientele.user?.hasImage).toBe(false)
  })
})
