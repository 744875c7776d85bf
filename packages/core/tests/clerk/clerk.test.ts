import { isClerkAPIResponseError, isClerkRuntimeError } from '@clientele/core/clerk'
import { describe, expect, it, vi } from 'vitest'
import { ada, open } from './support.ts'

describe('resources are live', () => {
  it('what was captured before an await shows what is true after it', async () => {
    const { clerk } = open()
    await clerk.load()
    const signIn = clerk.client?.signIn
    expect(signIn?.status).toBe(null)
    await signIn?.create({ identifier: ada.emailAddress, password: ada.password })
    expect(signIn?.status).toBe('complete')
    await clerk.setActive({ session: signIn?.createdSessionId })
    const { user } = clerk
    await user?.update({ firstName: 'Augusta' })
    expect(user?.firstName).toBe('Augusta')
    expect(user?.fullName).toBe('Augusta Lovelace')
    expect(clerk.user?.firstName).toBe('Augusta')
  })

  it('a session, a user and their lists are other objects if and only if they changed', async () => {
    const { clerk, signIn } = open()
    await clerk.load()
    await signIn()
    const { session, user, client } = clerk
    const emails = user?.emailAddresses
    await clerk.client?.reload()
    expect(clerk.user).toBe(user)
    expect(clerk.user?.emailAddresses).toBe(emails)
    await user?.update({ firstName: 'Augusta' })
    expect(clerk.user).not.toBe(user)
    expect(clerk.session).not.toBe(session)
    expect(clerk.client).toBe(client)
  })

  it('lists may be sorted in place, and what the store holds is not touched', async () => {
    const { clerk } = open()
    await clerk.load()
    await clerk.client?.signIn.create({ identifier: ada.emailAddress })
    const factors = clerk.client?.signIn.supportedFirstFactors ?? []
    expect(() => factors.sort((a, b) => b.strategy.localeCompare(a.strategy))).not.toThrow()
    const { data } = clerk.clientele.store.getState().attempts.signIn
    expect(Object.isFrozen(data?.supportedFirstFactors)).toBe(true)
  })

  it('fields are own and enumerable, as spreading and printing want them', async () => {
    const { clerk, signIn } = open()
    await clerk.load()
    await signIn()
    expect({ ...clerk.user }).toMatchObject({ firstName: 'Ada', hasVerifiedEmailAddress: true })
    expect(`${clerk.user?.primaryEmailAddress}`).toBe(ada.emailAddress)
  })
})

describe('before it is loaded', () => {
  it('a sign-in is blank in `client` only once the client is known', () => {
    const { clerk } = open()
    expect(clerk).toMatchObject({ loaded: false, status: 'loading', isSignedIn: false })
    expect(clerk.client).toBeUndefined()
    expect(clerk.session).toBeUndefined()
    expect(clerk.organization).toBeUndefined()
  })

  it('load() rejects with why, and the status says it', async () => {
    const { clerk } = open({
      loadTimeout: 20,
      fetch: () => Promise.reject(new TypeError('Failed to fetch')),
    })
    const error = await clerk.load().catch((error: unknown) => error)
    expect(isClerkRuntimeError(error)).toBe(true)
    expect(clerk.status).toBe('degraded')
    clerk.clientele.dispose()
  })
})

describe('listeners', () => {
  it('hear of each change once, and first of the client as it is', async () => {
    const { clerk, signIn } = open()
    const seen: unknown[] = []
    const stop = clerk.addListener(({ user }) => seen.push(user?.firstName ?? null))
    await clerk.load()
    await signIn()
    await clerk.user?.update({ firstName: 'Augusta' })
    stop()
    await clerk.signOut()
    expect(seen[0]).toBe(null)
    expect(seen.at(-1)).toBe('Augusta')
    expect(seen.filter(name => name === 'Augusta')).toHaveLength(1)
  })

  it('of the status hear what it becomes, until they are taken off', async () => {
    const { clerk } = open()
    const handler = vi.fn()
    clerk.on('status', handler, { notify: true })
    await clerk.load()
    expect(handler.mock.calls.flat()).toEqual(['loading', 'ready'])
    clerk.off('status', handler)
    clerk.clientele.dispose()
    expect(handler).toHaveBeenCalledTimes(2)
  })
})

it('refusals and failures are told apart by the names that Clerk has for them', async () => {
  const { clerk } = open()
  await clerk.load()
  const wrong = { identifier: ada.emailAddress, password: 'not my password' }
  const error = await clerk.client?.signIn.create(wrong).catch((error: unknown) => error)
  expect(isClerkAPIResponseError(error)).toBe(true)
  expect(isClerkRuntimeError(error)).toBe(false)
  expect(isClerkAPIResponseError(new Error('something else'))).toBe(false)
})

describe('setActive', () => {
  it('takes an organization as an id, a slug or an object, and goes on', async () => {
    const { clerk, emulator, userId, signIn, visited } = open()
    const { id, slug } = emulator.organizations.create({ name: 'Acme', members: [{ userId }] })
    await clerk.load()
    await signIn()
    const [membership] = clerk.user?.organizationMemberships ?? []
    for (const organization of [id, slug, membership?.organization]) {
      await clerk.setActive({ organization: null })
      expect(clerk.organization).toBe(null)
      await clerk.setActive({ organization, redirectUrl: '/inside' })
      expect(clerk.organization?.id).toBe(id)
    }
    expect(visited).toEqual(['/inside', '/inside', '/inside'])
  })

  it('calls navigate with the session, and gives addresses back without a credential', async () => {
    const { clerk, visited } = open()
    await clerk.load()
    const attempt = await clerk.client?.signIn.create({
      identifier: ada.emailAddress,
      password: ada.password,
    })
    const navigate = vi.fn(({ session, decorateUrl }) => {
      expect(session.user.firstName).toBe('Ada')
      expect(decorateUrl('/home')).toBe('/home')
    })
    await clerk.setActive({ session: attempt?.createdSessionId, redirectUrl: '/no', navigate })
    expect(navigate).toHaveBeenCalledOnce()
    expect(visited).toEqual([])
  })

  it('leads to the page of a task that is left', async () => {
    const { clerk, emulator, signIn, visited } = open({
      taskUrls: { 'choose-organization': '/choose' },
    })
    emulator.settings.patch({ forceOrganizationSelection: true })
    await clerk.load()
    await signIn()
    expect(visited).toEqual(['/choose'])
    expect(clerk).toMatchObject({ isSignedIn: false, session: { status: 'pending' } })
  })
})

describe('signOut', () => {
  it.each([
    ['nothing', [], ['/']],
    ['an address', [{ redirectUrl: '/goodbye' }], ['/goodbye']],
    ['a callback, which goes on itself', [() => {}], []],
  ] as const)('with %s signs out and goes on', async (_, given, leads) => {
    const { clerk, signIn, visited, emulator } = open({ routerPush: to => visited.push(to) })
    await clerk.load()
    await signIn()
    // as: one of the two ways to call it
    await (clerk.signOut as (...given: readonly unknown[]) => Promise<void>)(...given)
    expect(clerk.user).toBe(null)
    expect(visited).toEqual(leads)
    expect(emulator.sessions.list().map(({ status }) => status)).not.toContain('active')
  })
})

describe('addresses', () => {
  it.each([
    ['test', 'clerk.example.com', 'https://accounts.example.com/sign-in'],
    ['test', 'neat-mole-1.clerk.accounts.dev', 'https://neat-mole-1.accounts.dev/sign-in'],
  ])('of hosted pages are those of a %s instance at %s', async (kind, host, url) => {
    const { Clerk } = await import('@clientele/core/clerk')
    const clerk = new Clerk(`pk_${kind}_${btoa(`${host}$`)}`, { modules: [] })
    expect(clerk.buildSignInUrl()).toBe(url)
    expect(clerk.buildUrlWithAuth('https://example.com/')).toBe('https://example.com/')
  })

  it('after signing in are those that force it, then those that fall back', () => {
    const { clerk } = open({ signInFallbackRedirectUrl: '/home' })
    expect(clerk.buildAfterSignInUrl()).toBe('/home')
    expect(clerk.buildAfterSignUpUrl()).toBe('/')
    expect(clerk.buildAfterSignOutUrl()).toBe('/')
  })
})

it('an option that nothing knows is refused by name', () => {
  // @ts-expect-error -- it is misspelt
  expect(() => open({ loadTimout: 1 })).toThrow('loadTimout')
})

describe('a wallet', () => {
  it('is asked through the port, and what it signs is what the server gave', async () => {
    const asked: string[] = []
    const { clerk, emulator } = open({
      web3: {
        connect: async strategy => `0x${strategy.length.toString(16).padStart(40, '0')}`,
        sign: async (strategy, _, text) => {
          asked.push(strategy, text)
          return '0xsigned'
        },
      },
    })
    emulator.settings.patch({ web3Wallet: 'on' })
    await clerk.load()
    const error = await clerk.client?.signUp.authenticateWithMetamask().catch((e: unknown) => e)
    // The emulator proves the signature, which this wallet cannot give.
    expect(isClerkAPIResponseError(error) || error === clerk.client?.signUp).toBe(true)
    expect(asked[0]).toBe('web3_metamask_signature')
    expect(asked[1]).not.toBe('')
  })

  it('that is not there is a typed error', async () => {
    const { clerk } = open()
    await clerk.load()
    await expect(clerk.client?.signIn.authenticateWithMetamask()).rejects.toMatchObject({
      code: 'web3_wallet_not_found',
    })
  })
})
