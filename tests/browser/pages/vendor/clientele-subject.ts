import { type ClienteleStore, createClientele, isClienteleError } from '@clientele/core'
import { redirectCallback } from '@clientele/core/redirect-callback'
import { readFacts } from './facts.ts'
import { runFlow } from './flows.ts'
import type { Subject } from './subject.ts'

export const createClienteleSubject = (): Subject => {
  let clientele: ClienteleStore | undefined
  const loaded = () => {
    if (!clientele?.client) throw new Error('The client is not known')
    return { clientele, client: clientele.client }
  }
  const read = () => readFacts(loaded().clientele)
  const activate = async (session: string | null) => {
    await loaded().clientele.setActive({ session })
    return read()
  }
  return {
    read,
    load: async ({ publishableKey, proxyUrl, usesDevBrowser }) => {
      // By the key alone where that is enough: plain http is for loopback hosts.
      clientele = createClientele({ publishableKey, ...(usesDevBrowser && { proxyUrl }) })
      await clientele.load()
      return read()
    },
    reload: async () => {
      await loaded().client.reload()
      return read()
    },
    signUp: async (emailAddress, password, code) => {
      await loaded().client.signUp.create({ emailAddress, password })
      await loaded().client.signUp.prepareEmailAddressVerification()
      const { createdSessionId } = await loaded().client.signUp.attemptEmailAddressVerification({
        code,
      })
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
      const factor = begun.supportedFirstFactors?.find(each => each.strategy === 'email_code')
      if (!factor?.emailAddressId) throw new Error('There is no e-mail code')
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
      await loaded().clientele.use(redirectCallback()).handle()
    },
    switchTo: activate,
    freshToken: () => loaded().clientele.getToken({ skipCache: true }),
    signOut: async sessionId => {
      await loaded().clientele.signOut({ sessionId })
      return read()
    },
    codesOfWrongPassword: async identifier => {
      try {
        await loaded().client.signIn.create({ strategy: 'password', identifier, password: 'wrong' })
        return []
      } catch (error) {
        return isClienteleError(error) ? error.errors.map(({ code }) => code) : [String(error)]
      }
    },
  }
}
