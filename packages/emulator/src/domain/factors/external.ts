import { toErrorsJson } from '../../lib/api-error.ts'
import type { Instance } from '../../model/instance.ts'
import type { UserRecord } from '../../model/records/user.ts'
import type { VerificationRecord } from '../../model/records/verification.ts'
import type { Settings } from '../../model/settings.ts'
import type { Context } from '../context.ts'
import type { Params } from '../params.ts'
import { newVerification } from './new-verification.ts'
import { verifiedEmails } from './recipients.ts'
import { readCompleteUrl, readReturnUrl, withQuery } from './return-url.ts'
import type { Strategy } from './strategy.ts'

const social = /^oauth_(?!token_)([a-z0-9_]+)$/

/** Whether a strategy leads to a company's provider: `enterprise_sso`, and its older name. */
export const isEnterprise = (strategy: string): boolean =>
  strategy === 'enterprise_sso' || strategy === 'saml'

/** Whether a strategy leads to a provider: `oauth_*`, or that of a company. */
export const isExternal = (strategy: string): boolean =>
  social.test(strategy) || isEnterprise(strategy)

/** Whether the instance has that provider. */
export const hasProvider = (settings: Settings, strategy: string): boolean => {
  const name = social.exec(strategy)?.[1]
  return name === undefined
    ? settings.enterpriseDomains.length > 0
    : settings.socialProviders.includes(name)
}

const domainOf = (email: string): string => email.slice(email.indexOf('@') + 1).toLowerCase()

/** Whether the owner of an address signs in at a company's provider. */
export const isEnterpriseEmail = ({ settings }: Instance, email: string): boolean =>
  settings.enterpriseDomains.includes(domainOf(email))

/** The providers by which a user can sign in. */
export const externalStrategiesOf = (instance: Instance, user: UserRecord): string[] => {
  const accounts = instance.database.providerAccounts.where(({ userId }) => userId === user.id)
  const linked = accounts.map(({ strategy }) => strategy).filter(strategy => social.test(strategy))
  const enterprise = verifiedEmails(user).some(({ emailAddress }) =>
    isEnterpriseEmail(instance, emailAddress),
  )
  return [...new Set([...linked, ...(enterprise ? ['enterprise_sso'] : [])])].filter(name =>
    hasProvider(instance.settings, name),
  )
}

/** Begins the way to a provider and back. The secret in `state` ties the answer to this attempt. */
export const beginRedirect = (
  { instance, base, mode }: Context,
  attemptId: string,
  strategy: string,
  params: Params,
): VerificationRecord => {
  const redirectUrl = readReturnUrl(params)
  const completeUrl = readCompleteUrl(params, redirectUrl)
  const code = instance.ids.secret('oauth-state')
  const externalUrl = withQuery(`${base}/__emulator/oauth/authorize`, {
    state: `${attemptId}.${code}`,
    login_hint: params.text('oidc_login_hint'),
  })
  const now = instance.clock.now()
  const scopes = params.list('additional_scope').join(' ')
  return newVerification(strategy, {
    expireAt: now + instance.settings.codeLifetime,
    code,
    sentAt: now,
    redirect: { redirectUrl, completeUrl, externalUrl, scopes, mode },
  })
}

/**
 * A provider, which proves who one is by what it answers: there is nothing to attempt. That of a
 * company is found by the address.
 */
export const externalStrategy = (name: string): Strategy => ({
  name,
  object: 'verification_oauth',
  particularsOf: ({ redirect, error }) => ({
    external_verification_redirect_url: redirect?.externalUrl ?? null,
    error: (error && toErrorsJson([error])[0]) ?? null,
  }),
  firstFactor: {
    strategy: name,
    identifies: !isEnterprise(name),
    isPreparedLater: () => isEnterprise(name),
    factorsOf: () => [{ strategy: name }],
    prepare: ({ context, owner }, params) => beginRedirect(context, owner.id, name, params),
  },
})
