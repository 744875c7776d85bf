import { Clerk } from '@clientele/core/clerk'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createManualClock } from '../support/manual-clock.ts'
import { json, publishableKey, type Seen, scriptedFetch } from '../support/scripted-fetch.ts'
import { clientJson, sessionJson, userJson } from '../support/wire.ts'
import { open } from './support.ts'

const openUser = async (options?: Parameters<typeof open>[0]) => {
  const opened = open(options)
  await opened.clerk.load()
  await opened.signIn()
  const { user } = opened.clerk
  if (!user) throw new Error('Nobody is signed in')
  return { ...opened, user }
}

it('merges metadata: what is not named stays, and null removes', async () => {
  const { user, emulator, userId } = await openUser()
  await user.update({ unsafeMetadata: { theme: 'dark', size: { x: 1, y: 2 } } })
  const merged = await user.updateMetadata({ unsafeMetadata: { theme: null, size: { y: 3 } } })
  expect(merged).toBe(user)
  expect(user.unsafeMetadata).toEqual({ size: { x: 1, y: 3 } })
  expect(emulator.users.get(userId)?.unsafeMetadata).toEqual(user.unsafeMetadata)
})

describe('a link for an address of a user', () => {
  const start = async () => {
    const clock = createManualClock()
    const opened = await openUser({ clock, modules: [] })
    const address = await opened.user.createEmailAddress({ email: 'ada@countess.test' })
    const flow = address.createEmailLinkFlow()
    const ended = flow.startEmailLinkFlow({ redirectUrl: 'https://app.test/verified' })
    await clock.whenWaiting(1000)
    const link = () => opened.emulator.inbox.latest({ kind: 'email_link' })?.link ?? ''
    return { ...opened, clock, address, flow, ended, link }
  }

  it('is waited for until it was opened', async () => {
    const { agent, address, ended, link, clock } = await start()
    expect(address.verification.status).toBe('unverified')
    await agent.fetch(link(), { redirect: 'manual' })
    await clock.advance(1000)
    expect(await ended).toBe(address)
    expect(address.verification.status).toBe('verified')
  })

  it('is waited for no longer once the flow is cancelled, or the address is gone', async () => {
    const { flow, ended } = await start()
    flow.cancelEmailLinkFlow()
    await expect(ended).rejects.toMatchObject({ name: 'AbortError' })
    const other = await start()
    await other.address.destroy()
    await other.clock.advance(1000)
    expect(await other.ended).toBe(other.address)
  })
})

/** Somebody who is signed in, at a server whose answers the test writes. */
const openScripted = async (answer: (request: Seen) => unknown) => {
  let user: object = {}
  const client = () =>
    clientJson({ sessions: [sessionJson('sess_1', { user: userJson('u_1', user) })] })
  const { fetch, seen } = scriptedFetch(request =>
    request.path === '/client'
      ? json({ response: client(), client: null })
      : json({ response: answer(request), client: client() }),
  )
  const clerk = new Clerk(publishableKey, { fetch, modules: [] })
  await clerk.load()
  const asked = () =>
    seen.slice(1).map(({ method, path, form }) => `${method} ${path} ${form}`.trim())
  const setUser = (over: object) => {
    user = over
  }
  return { clerk, asked, setUser }
}

// What the emulator does not have is asked as the published description says.
it('a wallet is added, verified and removed', async () => {
  const wallet = { id: 'idn_1', web3_wallet: '0xada', verification: { status: 'unverified' } }
  const { clerk, asked, setUser } = await openScripted(({ method, path }) => {
    const status = path.endsWith('attempt_verification') ? 'verified' : 'unverified'
    const shown = { ...wallet, verification: { status, nonce: 'sign this' } }
    const isThere = method !== 'DELETE'
    setUser({
      web3_wallets: isThere ? [shown] : [],
      primary_web3_wallet_id: isThere ? 'idn_1' : null,
    })
    return isThere ? shown : { id: 'idn_1', object: 'web3_wallet', deleted: true }
  })
  const { user } = clerk
  const added = await user?.createWeb3Wallet({ web3Wallet: '0xada' })
  const strategy = 'web3_metamask_signature'
  expect((await added?.prepareVerification({ strategy }))?.verification.nonce).toBe('sign this')
  expect(await added?.attemptVerification({ signature: '0x1' })).toBe(added)
  expect([user?.primaryWeb3Wallet?.id, user?.verifiedWeb3Wallets[0]?.id]).toEqual([
    added?.id,
    added?.id,
  ])
  expect(added && user?.isPrimaryIdentification(added)).toBe(true)
  await added?.destroy()
  expect(user?.web3Wallets).toEqual([])
  expect(asked()).toEqual([
    'POST /me/web3_wallets web3_wallet=0xada',
    `POST /me/web3_wallets/idn_1/prepare_verification strategy=${strategy}`,
    'POST /me/web3_wallets/idn_1/attempt_verification signature=0x1',
    'DELETE /me/web3_wallets/idn_1',
  ])
})

describe('a session proved with a passkey', () => {
  afterEach(() => vi.unstubAllGlobals())

  const { buffer } = new Uint8Array([1])
  const response = { clientDataJSON: buffer, authenticatorData: buffer, signature: buffer }
  const credential = { type: 'public-key', id: 'pk_1', rawId: buffer, response }

  it('sends what the browser gives for the challenge of the server', async () => {
    vi.stubGlobal('navigator', { credentials: { get: async () => credential } })
    const { clerk, asked } = await openScripted(({ path }) => ({
      status: path.endsWith('attempt_first_factor') ? 'complete' : 'needs_first_factor',
      first_factor_verification: { status: 'unverified', nonce: '{"challenge":"AQ"}' },
    }))
    expect((await clerk.session?.verifyWithPasskey())?.status).toBe('complete')
    const [prepared, attempted] = asked()
    expect(prepared).toBe(
      'POST /client/sessions/sess_1/verify/prepare_first_factor strategy=passkey',
    )
    expect(attempted).toContain(
      'verify/attempt_first_factor strategy=passkey&public_key_credential=',
    )
  })

  it('is refused where there are no passkeys, and for the second factor', async () => {
    vi.stubGlobal('navigator', {})
    const { clerk, asked } = await openScripted(() => null)
    const { session } = clerk
    await expect(session?.verifyWithPasskey()).rejects.toMatchObject({
      code: 'passkey_not_supported',
    })
    const level = 'second_factor' as never // as: what no type lets through
    await expect(session?.verifyWithPasskey({ level })).rejects.toThrow(TypeError)
    expect(asked()).toEqual([])
  })
})
