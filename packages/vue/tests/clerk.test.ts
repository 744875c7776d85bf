import { Clerk } from '@clientele/core/clerk'
import { useUser as useNativeUser } from '@clientele/vue'
import {
  clerkPlugin,
  isClerkAPIResponseError,
  useAuth,
  useClerk,
  useOrganization,
  useOrganizationList,
  useSignIn,
  useSignUp,
  useUser,
} from '@clientele/vue/clerk'
import { describe, expect, it, vi } from 'vitest'
import { computed, createApp, ref, watch } from 'vue'
import { openClerk } from './support/open-clerk.ts'

type UseListParams = NonNullable<Exclude<Parameters<typeof useOrganizationList>[0], () => unknown>>

const Nothing = () => null

const open = () => {
  const opened = openClerk(Nothing)
  const use = <Given>(composable: () => Given) => opened.app.runWithContext(composable)
  return { ...opened, use }
}

describe('useAuth', () => {
  it('gets tokens, says what is allowed, and signs out', async () => {
    const { use, load, signIn } = open()
    const { getToken, has, signOut, isSignedIn } = use(useAuth)
    await load()
    expect(await getToken.value()).toBe(null)
    await signIn('Ada')
    expect(await getToken.value()).toMatch(/^ey/)
    expect(has.value({ role: 'org:admin' })).toBe(false)
    await signOut.value(() => {})
    expect(isSignedIn.value).toBe(false)
  })

  it('lets a guard of a router wait, although no component is there', async () => {
    const { use, load } = open()
    const { isLoaded, isSignedIn } = use(useAuth)
    const decided = new Promise(resolve => {
      watch(isLoaded, () => resolve(isSignedIn.value ? '/account' : '/sign-in'), { flush: 'sync' })
    })
    await load()
    expect(await decided).toBe('/sign-in')
  })
})

describe('useOrganizationList', () => {
  it('reads what is asked for, page by page, and again for another wish', async () => {
    const { use, load, emulator, signIn } = open()
    await load()
    const wish = ref<UseListParams>({ userMemberships: { pageSize: 2, infinite: true } })
    const { isLoaded, userMemberships, userInvitations, setActive } = use(() =>
      useOrganizationList(wish),
    )
    const userId = await signIn('Ada')
    await vi.waitFor(() => expect(userMemberships.value.isLoading).toBe(false))
    for (const name of ['Acme', 'Looms', 'Mills'])
      emulator.organizations.create({ name, members: [{ userId }] })
    await userMemberships.value.revalidate()
    expect(userMemberships.value).toMatchObject({ count: 3, hasNextPage: true })
    userMemberships.value.fetchNext()
    await vi.waitFor(() => expect(userMemberships.value.data).toHaveLength(3))
    expect(userInvitations.value).toMatchObject({ data: [], isLoading: false })
    expect([isLoaded.value, typeof setActive.value]).toEqual([true, 'function'])
    wish.value = { userMemberships: { pageSize: 1 } }
    await vi.waitFor(() => expect(userMemberships.value.data).toHaveLength(1))
  })

  it.each([
    ['useOrganization', () => useOrganization({ memberships: true } as never), 'no memberships'],
    [
      'useOrganizationList',
      () => useOrganizationList({ memberships: true } as object),
      'does not know "memberships"',
    ],
    [
      'one of its lists',
      () => useOrganizationList({ userMemberships: { page: 2 } as object }),
      'does not know "page"',
    ],
  ])('a wish of %s that is not known is refused by name', (_, composable, says) => {
    const { use } = open()
    expect(() => use<unknown>(composable)).toThrow(says)
  })
})

describe('useSignIn', () => {
  it('tells of each step, and what was taken before it shows it too', async () => {
    const { use, load, emulator } = open()
    await load()
    const { signIn } = use(useSignIn)
    const status = computed(() => signIn.value?.status)
    const before = signIn.value
    expect(status.value).toBe(null)
    emulator.users.create({ emailAddress: 'ada@example.com', password: 'correct horse battery' })
    await signIn.value?.create({ identifier: 'ada@example.com' })
    expect(status.value).toBe('needs_first_factor')
    expect(before?.status).toBe('needs_first_factor')
    expect(before?.supportedFirstFactors).not.toEqual([])
  })

  it('stays the same when something else changes', async () => {
    const { use, load, signIn, clerk } = open()
    await load()
    const attempt = use(useSignUp).signUp
    const before = attempt.value
    await signIn('Ada')
    await clerk.user?.update({ firstName: 'Augusta' })
    expect(attempt.value).toBe(before)
  })

  it('rejects with what is known to be a refusal', async () => {
    const { use, load } = open()
    await load()
    const error = await use(useSignIn)
      .signIn.value?.create({ identifier: 'nobody@example.com' })
      .catch((reason: unknown) => reason)
    expect(isClerkAPIResponseError(error) && error.errors).toMatchObject([
      { meta: { paramName: 'identifier' } },
    ])
  })
})

describe('the plugin', () => {
  it('tells who watches Clerk when it is loaded, once', async () => {
    const { use, load, signIn } = open()
    const seen: unknown[] = []
    watch(use(useClerk), clerk => seen.push(clerk?.loaded), { flush: 'sync' })
    await load()
    await signIn('Ada')
    expect(seen).toEqual([true])
  })

  it('loads by itself', async () => {
    const { use } = open()
    await expect.poll(() => use(useAuth).isLoaded.value).toBe(true)
  })

  it('serves the composables of the package too', async () => {
    const { use, load, signIn } = open()
    await load()
    await signIn('Ada')
    expect(use(useNativeUser).value?.firstName).toBe('Ada')
  })

  it.each([
    ['its own Clerk', false, false],
    ['not one that it was given', true, true],
  ])('disposes with the app of %s', async (_, isGiven, isAlive) => {
    const { emulator } = open()
    const browser = emulator.agent()
    const options = {
      publishableKey: emulator.publishableKey,
      fetch: browser.fetch,
      modules: [],
    }
    const given = new Clerk(options.publishableKey, options)
    const { app, clerk, load } = openClerk(Nothing, isGiven ? { Clerk: given } : options)
    await load()
    app.unmount()
    expect(clerk === given).toBe(isGiven)
    const reloaded = clerk.client?.reload().then(
      () => true,
      () => false,
    )
    expect(await reloaded).toBe(isAlive)
  })

  it.each<[string, object | undefined, string]>([
    ['nothing', undefined, 'publishableKey is missing'],
    ['no key', {}, 'publishableKey is missing'],
    ['a wrong key', { publishableKey: 'key' }, 'publishableKey must start with'],
  ])('given %s, names the remedy', (_, options, text) => {
    // as: what a program in JavaScript may hand over
    const use = () => createApp(Nothing).use(clerkPlugin, options as object)
    expect(use).toThrow(TypeError)
    expect(use).toThrow(text)
  })

  it.each<[string, () => unknown]>([
    ['useAuth', useAuth],
    ['useClerk', useClerk],
    ['useUser', useUser],
    ['useSignIn', useSignIn],
  ])('missing, is asked for by %s', (_, composable) => {
    const fault = new TypeError(
      'No Clerk was found: app.use(clerkPlugin, { publishableKey }), and call this in setup()',
    )
    expect(composable).toThrow(fault)
    expect(() => createApp(Nothing).runWithContext(composable)).toThrow(fault)
  })
})
