import type { Clerk } from '@clerk/clerk-js/no-rhc'
import { type Flow, type Outcome, runFlow } from '../vendor/flows.ts'

const claimsOf = (jwt: string | null | undefined): Readonly<Record<string, unknown>> =>
  JSON.parse(atob((jwt ?? '').split('.')[1]?.replace(/-/g, '+').replace(/_/g, '/') ?? ''))

/** What can be done with the vendor's SDK, however a page came by it: each gives plain data. */
export const createSteps = (clerk: Clerk) => {
  const client = () => {
    if (!clerk.client) throw new Error('The SDK is not loaded')
    return clerk.client
  }
  const facts = () => ({
    user: clerk.user?.primaryEmailAddress?.emailAddress ?? clerk.user?.id ?? null,
    session: clerk.session?.id ?? null,
    organization: clerk.organization?.slug ?? null,
    sessions: client().signedInSessions.map(({ id }) => id),
  })
  return {
    facts,
    /** Walks through a flow; when that made a session, it becomes the active one. */
    run: async (flow: Flow, given: Readonly<Record<string, string>>): Promise<Outcome> => {
      const outcome = await runFlow(client(), flow, given)
      if (outcome.createdSessionId !== null)
        await clerk.setActive({ session: outcome.createdSessionId })
      return outcome
    },
    /**
     * For the page that a provider leads back to. Told to go nowhere: the SDK leaves the page
     * otherwise.
     */
    callback: async () => {
      await clerk.handleRedirectCallback({}, async () => {})
      return facts()
    },
    signInByPasskey: async () => {
      const { createdSessionId } = await client().signIn.authenticateWithPasskey({
        flow: 'discoverable',
      })
      await clerk.setActive({ session: createdSessionId })
      return facts()
    },
    choose: async (chosen: { session?: string; organization?: string | null }) => {
      await clerk.setActive(chosen)
      return facts()
    },
    claims: async (options: { template?: string; skipCache?: boolean } = {}) =>
      claimsOf(await clerk.session?.getToken(options)),
    token: async (options: { skipCache?: boolean } = {}) =>
      (await clerk.session?.getToken(options)) ?? null,
    update: async (firstName: string) => {
      await clerk.user?.update({ firstName })
      return clerk.user?.firstName
    },
    reverify: async (password: string) => {
      const begun = await clerk.session?.startVerification({ level: 'first_factor' })
      const done = await clerk.session?.attemptFirstFactorVerification({
        strategy: 'password',
        password,
      })
      return {
        begun: begun?.status,
        done: done?.status,
        user: done?.session.user?.id,
        ages: clerk.session?.factorVerificationAge,
      }
    },
    reload: async () => {
      await client().reload()
      return facts()
    },
    signOut: async (sessionId?: string) => {
      // A callback, because the SDK leaves the page otherwise.
      await clerk.signOut(() => {}, sessionId === undefined ? {} : { sessionId })
      return facts()
    },
    destroy: async () => {
      await client().destroy()
      return client().isNew()
    },
  }
}

export type Steps = ReturnType<typeof createSteps>
