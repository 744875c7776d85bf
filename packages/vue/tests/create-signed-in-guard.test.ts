import { openApp } from '@clientele/conformance'
import { type ClienteleStore, isClienteleError, type PendingOptions } from '@clientele/core'
import { createSignedInGuard } from '@clientele/vue'
import { describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter, type RouteLocationNormalized } from 'vue-router'

const page = { render: () => null }

const openRouter = (clientele: ClienteleStore, options: PendingOptions = {}) => {
  const signedIn = createSignedInGuard({
    clientele,
    ...options,
    redirectTo: (to: RouteLocationNormalized) => ({
      path: '/sign-in',
      query: { redirect: to.fullPath },
    }),
  })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: page },
      { path: '/sign-in', component: page },
      { path: '/account', component: page, beforeEnter: signedIn },
    ],
  })
  return { router, at: () => router.currentRoute.value.fullPath }
}

describe('a guard for who is signed in', () => {
  it('waits for the client, and leads who is signed out to where they sign in', async () => {
    const { clientele } = openApp()
    const { router, at } = openRouter(clientele)
    await router.push('/account?tab=1')
    expect(clientele.client).toBeDefined()
    expect(at()).toBe('/sign-in?redirect=/account?tab=1')
  })

  it('lets through who is signed in, and no longer after that', async () => {
    const { clientele, client, signIn } = openApp()
    const { router, at } = openRouter(clientele)
    await clientele.load()
    await signIn('Ada')
    await clientele.setActive({ session: client().sessions[0] ?? null })
    await router.push('/account')
    expect(at()).toBe('/account')
    await router.push('/')
    await clientele.signOut()
    await router.push('/account')
    expect(at()).toBe('/sign-in?redirect=/account')
  })

  it.each([
    [{}, '/sign-in?redirect=/account'],
    [{ treatPendingAsSignedOut: false }, '/account'],
  ])('leads a session with tasks still to do, with %o, to %s', async (options, where) => {
    const { emulator, clientele, client, signIn, reload } = openApp()
    const { router, at } = openRouter(clientele, options)
    await clientele.load()
    await signIn('Ada')
    const [session] = client().sessions
    await clientele.setActive({ session })
    emulator.sessions.assignTasks(session?.id ?? '', ['setup-mfa'])
    await reload()
    await router.push('/account')
    expect(at()).toBe(where)
  })

  it('sends nobody away for a lost connection', async () => {
    const { clientele, cut } = openApp()
    const { router, at } = openRouter(clientele)
    const heard: unknown[] = []
    router.onError(error => heard.push(error))
    cut()
    await expect(router.push('/account')).rejects.toSatisfy(isClienteleError)
    expect(heard).toMatchObject([{ code: 'network_error' }])
    expect(at()).toBe('/')
    cut(false)
    await router.push('/account')
    expect(at()).toBe('/sign-in?redirect=/account')
  })

  it('keeps who is known in through a bad network', async () => {
    const { clientele, client, signIn, cut } = openApp()
    const { router, at } = openRouter(clientele)
    await clientele.load()
    await signIn('Ada')
    await clientele.setActive({ session: client().sessions[0] ?? null })
    cut()
    await client()
      .create()
      .catch(() => {})
    expect(clientele.status).toBe('degraded')
    await router.push('/account')
    expect(at()).toBe('/account')
  })
})
