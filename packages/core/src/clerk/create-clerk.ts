import { browserModules } from '../browser.ts'
import { createClientele } from '../clientele.ts'
import type { Kernel } from '../kernel.ts'
import { createAccount } from '../modules/account.ts'
import type { Client } from '../view/client-view.ts'
import type { SignedInSession } from '../view/session-view.ts'
import { whenLoaded } from '../when-loaded.ts'
import { createAddresses } from './addresses.ts'
import { handleRedirectCallback } from './callback.ts'
import type { Clerk, ClerkOptions, ClerkSnapshot } from './clerk.ts'
import { type ClientResource, createClientResource } from './client.ts'
import type { Context } from './context.ts'
import { handleEmailLinkVerification } from './email-link-callback.ts'
import { setInternals } from './internals.ts'
import { live } from './live.ts'
import { createNavigation, splitOptions } from './navigation.ts'
import { toOrganization } from './organization.ts'
import { createSessions, type SignedInSessionResource } from './session.ts'
import { createSetActive } from './set-active.ts'
import { createSignIn } from './sign-in.ts'
import { createSignOut } from './sign-out.ts'
import { createSignUp } from './sign-up.ts'
import { createSnapshot, toClerkStatus } from './snapshot.ts'
import { createUsers } from './user.ts'
import { browserWallet } from './web3.ts'

/** @throws TypeError for options that make no sense, by name. */
export const createClerk = (publishableKey: string, given: ClerkOptions = {}): Clerk => {
  const { web3 = browserWallet, modules = browserModules(), ...rest } = given
  const [pages, others] = splitOptions(rest)
  let options = pages
  const clientele = createClientele({ ...others, modules, publishableKey })
  const kernel = clientele.use((kernel: Kernel) => kernel)
  const { frontendApi, instanceType } = kernel.instance
  const navigation = createNavigation(() => options, kernel.ports.navigate, frontendApi)
  const { navigate } = navigation

  const sessions = createSessions({ clientele, kernel }, createUsers({ clientele, kernel }))
  // as: the store has looked at its status and its user
  const toSession = (session: SignedInSession) => sessions(session) as SignedInSessionResource
  const setActive = createSetActive({ clientele, toSession, navigation })
  const context: Context = { clientele, kernel, web3, setActive }
  const signIn = createSignIn(context)
  const signUp = createSignUp(context)
  let client: ClientResource | undefined
  const toClient = (first: Client): ClientResource => {
    client ??= createClientResource(context, { first, toSession: sessions, signIn, signUp })
    return client
  }
  const show = createSnapshot(toClient, toSession)
  const get = () => show(clientele.snapshots.get())
  const initial = show(clientele.snapshots.getInitial())
  const handlers = new Map<unknown, () => void>()

  const own: Omit<Clerk, keyof ClerkSnapshot> = {
    clientele,
    publishableKey,
    frontendApi,
    instanceType,
    get loaded() {
      return get().client !== undefined
    },
    get isSignedIn() {
      return get().session?.status === 'active'
    },
    load: async (more = {}) => {
      options = { ...options, ...more }
      await whenLoaded(clientele)
    },
    setActive,
    signOut: createSignOut({ clientele, navigation, options: () => options }),
    addListener: (listener, { skipInitialEmit = false } = {}) => {
      const notify = () => {
        const { client, session = null, user = null, organization = null } = get()
        if (client) listener({ client, session, user, organization })
      }
      return clientele.addListener(notify, { skipInitialEmit })
    },
    on: (_, handler, { notify = false } = {}) => {
      handlers.get(handler)?.()
      const stop = clientele.store.subscribe(
        ({ connection }) => toClerkStatus(connection.status),
        status => handler(status),
      )
      handlers.set(handler, stop)
      if (notify) handler(get().status)
    },
    off: (_, handler) => {
      handlers.get(handler)?.()
      handlers.delete(handler)
    },
    createOrganization: async params =>
      toOrganization(await createAccount(kernel).createOrganization(params)),
    navigate: async (to, { replace = false } = {}) =>
      to === undefined ? undefined : navigate(to, replace),
    buildUrlWithAuth: to => to,
    redirectWithAuth: to => navigate(to),
    ...createAddresses({
      navigation,
      options: () => options,
      task: () => get().session?.currentTask?.key,
    }),
    handleRedirectCallback: (params = {}, go = navigate) =>
      handleRedirectCallback({ kernel, navigation }, params, to => go(to)),
    handleEmailLinkVerification: (params, go = navigate) =>
      handleEmailLinkVerification(kernel, navigation, params, to => go(to)),
  }
  const clerk = live<Clerk>(get, own)
  setInternals(clerk, {
    context,
    signIn,
    signUp,
    get,
    getInitial: () => initial,
  })
  return clerk
}
