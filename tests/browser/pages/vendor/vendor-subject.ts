import { Clerk } from '@clerk/clerk-js/no-rhc'
import { readFacts } from './facts.ts'
import { runFlow } from './flows.ts'
import type { Subject } from './subject.ts'

const codes = (error: unknown): readonly string[] =>
  typeof error === 'object' && error !== null && 'errors' in error && Array.isArray(error.errors)
    ? error.errors.map(({ code }) => String(code))
    : [String(error)]

/** The vendor's own SDK, unmodified. */
export const createVendorSubject = (): Subject => {
  let clerk: Clerk | undefined
  const loaded = () => {
    if (!clerk?.client) throw new Error('The SDK is not loaded')
    return { clerk, client: clerk.client }
  }
  const read = () => readFacts(loaded().clerk)
  const activate = async (session: string | null) => {
    await loaded().clerk.setActive({ session })
    return read()
  }
  return {
    read,
    load: async ({ publishableKey, proxyUrl }) => {
      clerk = new Clerk(publishableKey, { proxyUrl })
      await clerk.load({ telemetry: false })
      return read()
    },
    reload: async () => {
      await loaded().client.reload()
      return read()
    },
    signUp: async (emailAddress, password, code) => {
      const begun = await loaded().client.signUp.create({ emailAddress, password })
      await begun.prepareEmailAddressVerification({ strategy: 'email_code' })
      const { createdSessionId } = await begun.attemptEmailAddressVerification({ code })
      return activate(createdSessionId)
    },
    signInByPassword: async (identifier, password) => {
      const { createdSessionId } = await loaded().client.signIn.create({
        strategy: 'password',
        identifier,
        password,
      })
      return activate(createdSessionId)
    },
    signInByCode: async (identifier, code) => {
      const begun = await loaded().client.signIn.create({ identifier })
      const factor = begun.supportedFirstFactors?.find(({ strategy }) => strategy === 'email_code')
      if (factor?.strategy !== 'email_code') throw new Error('There is no e-mail code')
      await begun.prepareFirstFactor({
        strategy: 'email_code',
        emailAddressId: factor.emailAddressId,
      })
      const { createdSessionId } = await begun.attemptFirstFactor({ strategy: 'email_code', code })
      return activate(createdSessionId)
    },
    run: async (flow, given) => {
      const outcome = await runFlow(loaded().client, flow, given)
      if (outcome.createdSessionId !== null) await activate(outcome.createdSessionId)
      return outcome
    },
    handleRedirectCallback: async () => {
      // Told to go nowhere: the SDK leaves the page otherwise.
      await loaded().clerk.handleRedirectCallback({}, async () => {})
    },
    switchTo: activate,
    freshToken: async () => (await loaded().clerk.session?.getToken({ skipCache: true })) ?? null,
    signOut: async sessionId => {
      // A callback, because the SDK leaves the page otherwise.
      await loaded().clerk.signOut(() => {}, sessionId === undefined ? {} : { sessionId })
      return read()
    },
    codesOfWrongPassword: async identifier => {
      try {
        await loaded().client.signIn.create({ strategy: 'password', identifier, password: 'wrong' })
        return []
      } catch (error) {
        return codes(error)
      }
    },
  }
}
