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
