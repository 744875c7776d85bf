import { reverify } from '@clientele/core/clerk'
import { describe, expect, it } from 'vitest'
import { ada, open, testCode } from './support.ts'

const openUser = async () => {
  const opened = open()
  await opened.clerk.load()
  await opened.signIn()
  const { user } = opened.clerk
  if (!user) throw new Error('Nobody is signed in')
  return { ...opened, user }
}

describe('a user', () => {
  it('adds an address, proves it, makes it the first one, and removes the old one', async () => {
    const { user, emulator, userId } = await openUser()
    const added = await user.createEmailAddress({ email: 'countess+clerk_test@example.com' })
    await added.prepareVerification({ strategy: 'email_code' })
    const proven = await added.attemptVerification({ code: testCode })
    expect(proven).toBe(added)
    expect(added.verification.status).toBe('verified')
    await user.update({ primaryEmailAddressId: added.id })
    expect(user.primaryEmailAddress?.id).toBe(added.id)
    expect(user.isPrimaryIdentification(added)).toBe(true)
    await user.emailAddresses.find(({ id }) => id !== added.id)?.destroy()
    expect(user.emailAddresses.map(String)).toEqual([added.emailAddress])
    expect(emulator.users.get(userId)?.emailAddresses).toHaveLength(1)
  })

  it('sets an authenticator app up, and its secret is nowhere but in the result', async () => {
    const { user, clerk } = await openUser()
    const totp = await user.createTOTP()
    expect(totp.secret).toEqual(expect.any(String))
    expect(JSON.stringify(clerk.clientele.store.getState())).not.toContain(totp.secret)
    await expect(user.verifyTOTP({ code: '000000' })).rejects.toMatchObject({
      code: 'form_code_incorrect',
    })
    expect(user.totpEnabled).toBe(false)
  })

  it('lists sessions, and memberships page by page', async () => {
    const { user, emulator, userId } = await openUser()
    emulator.organizations.create({ name: 'Acme', members: [{ userId }] })
    const { data, total_count } = await user.getOrganizationMemberships()
    expect([total_count, data[0]?.organization.name]).toEqual([1, 'Acme'])
    expect(await user.getSessions()).toHaveLength(1)
  })

  it('links an account at a provider, and what was captured before shows it', async () => {
    const { user, clerk, agent, emulator } = await openUser()
    const redirectUrl = 'https://app.test/back'
    const account = await user.createExternalAccount({ strategy: 'oauth_google', redirectUrl })
    expect(user.unverifiedExternalAccounts).toMatchObject([{ id: account.id }])
    const away = account.verification?.externalVerificationRedirectURL ?? ''
    const back = emulator.oauth.approve(away, { emailAddress: 'ada@gmail.test' })
    await agent.fetch(back, { redirect: 'manual' })
    await user.reload()
    expect(account.verification?.status).toBe('verified')
    expect(account.accountIdentifier()).toBe('ada@gmail.test')
    expect(account.providerTitle()).toBe('Google Account')
    expect([account.provider, account.providerSlug()]).toEqual(['google', 'google'])
    expect(user.verifiedExternalAccounts).toMatchObject([{ id: account.id }])
    const again = await account.reauthorize({ redirectUrl, additionalScopes: ['calendar'] })
    expect(again).toBe(account)
    expect(account.verification?.externalVerificationRedirectURL?.host).toBe(emulator.host)
    await account.destroy()
    expect(clerk.user?.externalAccounts).toEqual([])
  })

  it('shows a picture, and takes it away', async () => {
    const { user } = await openUser()
    const file = new File(['GIF89a'], 'me.gif', { type: 'image/gif' })
    const { publicUrl } = await user.setProfileImage({ file })
    expect(user).toMatchObject({ hasImage: true, imageUrl: publicUrl })
    await user.setProfileImage({ file: null })
    expect(user.hasImage).toBe(false)
  })

  it('accepts what organizations offer, creates one, and leaves it', async () => {
    const { user, clerk, emulator, userId } = await openUser()
    const { id } = emulator.organizations.create({ name: 'Acme' })
    emulator.organizations.invite(id, { emailAddress: ada.emailAddress })
    const other = emulator.organizations.create({ name: 'Other' })
    emulator.organizations.suggest(other.id, userId)
    const invitations = await user.getOrganizationInvitations({ status: 'pending' })
    expect(await invitations.data[0]?.accept()).toMatchObject({ status: 'accepted' })
    const suggestions = await user.getOrganizationSuggestions()
    expect(await suggestions.data[0]?.accept()).toMatchObject({ status: 'accepted' })
    const own = await clerk.createOrganization({ name: 'Own' })
    expect(user.organizationMemberships.map(({ organization }) => organization.name)).toEqual([
      'Acme',
      'Own',
    ])
    await clerk.setActive({ organization: own })
    expect(clerk.organization).toMatchObject({ id: own.id, membersCount: 1 })
    const another = emulator.users.create({})
    emulator.organizations.addMember(own.id, { userId: another.id, role: 'org:admin' })
    await user.leaveOrganization(own.id)
    expect(clerk.organization).toBeNull()
  })

  it('knows its primary wallet', async () => {
    const web3Wallet = `0x${'1'.repeat(40)}`
    const { user, emulator, userId } = await openUser()
    emulator.users.update(userId, { web3Wallet })
    await user.reload()
    const [wallet] = user.web3Wallets
    expect(wallet && [String(wallet), user.isPrimaryIdentification(wallet)]).toEqual([
      web3Wallet,
      true,
    ])
  })

  it('who is signed out changes nothing any more', async () => {
    const { user, clerk } = await openUser()
    await clerk.signOut(() => {})
    expect(user.firstName).toBe('Ada')
    await expect(user.update({ firstName: 'Augusta' })).rejects.toMatchObject({
      code: 'signed_out',
    })
  })
})

it('a session proves once more who is there', async () => {
  const { clerk } = await openUser()
  const started = await clerk.session?.startVerification({ level: 'first_factor' })
  expect(started?.status).toBe('needs_first_factor')
  const proof = { strategy: 'password' as const, password: ada.password }
  const done = await clerk.session?.attemptFirstFactorVerification(proof)
  expect(done?.status).toBe('complete')
  expect(clerk.session?.checkAuthorization({ reverification: 'strict' })).toBe(true)
})

describe('an action that needs a newer proof of who is there', () => {
  const openOld = async () => {
    const opened = await openUser()
    await opened.emulator.clock.advance(600_000)
    return opened
  }

  it('is run again when the application has seen to that', async () => {
    const { user, clerk } = await openOld()
    const levels: unknown[] = []
    const totp = await reverify(() => user.createTOTP(), {
      onNeedsReverification: async ({ level, complete }) => {
        levels.push(level)
        await clerk.session?.startVerification({ level: level ?? 'first_factor' })
        const { password } = ada
        await clerk.session?.attemptFirstFactorVerification({ strategy: 'password', password })
        complete()
      },
    })
    expect(totp.secret).toEqual(expect.any(String))
    expect(levels).toEqual(['second_factor'])
  })

  it('is refused when the person gives up, and when nobody asks', async () => {
    const { user } = await openOld()
    const onNeedsReverification = ({ cancel }: { cancel: () => void }) => cancel()
    await expect(
      reverify(() => user.createTOTP(), { onNeedsReverification }),
    ).rejects.toMatchObject({ code: 'reverification_cancelled' })
    await expect(reverify(() => user.createTOTP(), {})).rejects.toMatchObject({
      code: 'session_reverification_required',
    })
  })
})
