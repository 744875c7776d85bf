import { Hono } from 'hono'
import { resourceNotFound } from '../lib/api-errors.ts'
import { publicKeySet } from '../lib/keys.ts'
import { answerError } from './answer-error.ts'
import { credentials, visitorCredentials } from './credentials.ts'
import { rateLimit } from './limits.ts'
import { corsHeaders, faultResponse, requestLogger, validateRequest } from './middleware.ts'
import { addMethodRefusals, addUnimplemented } from './refusals.ts'
import type { Env } from './request-context.ts'
import { createApiKeyRoutes } from './routes/api-keys.ts'
import { createClientRoutes } from './routes/client.ts'
import { createDevBrowserRoutes } from './routes/dev-browser.ts'
import { createDomainRoutes } from './routes/domains.ts'
import {
  createMyConnectionRoutes,
  createOrganizationConnectionRoutes,
  createTestRunRoutes,
} from './routes/enterprise-connections.ts'
import { createEnvironmentRoutes } from './routes/environment.ts'
import { createImageRoutes } from './routes/images.ts'
import { createWellKnownRoutes } from './routes/jwks.ts'
import { createMeRoutes } from './routes/me/account.ts'
import { createEmailAddressRoutes } from './routes/me/email-addresses.ts'
import { createExternalAccountRoutes } from './routes/me/external-accounts.ts'
import { createOAuthConsentRoutes } from './routes/me/oauth-consent.ts'
import { createCreationDefaultsRoutes } from './routes/me/organization-creation-defaults.ts'
import { createMembershipRoutes } from './routes/me/organization-memberships.ts'
import { createInvitationRoutes, createSuggestionRoutes } from './routes/me/organization-offers.ts'
import { createPasskeyRoutes } from './routes/me/passkeys.ts'
import { createPhoneNumberRoutes } from './routes/me/phone-numbers.ts'
import { createProfileImageRoutes } from './routes/me/profile-image.ts'
import { createSecondFactorRoutes } from './routes/me/second-factors.ts'
import { createMySessionRoutes } from './routes/me/sessions.ts'
import { createWalletRoutes } from './routes/me/web3-wallets.ts'
import { createNewerRoutes } from './routes/newer-calls.ts'
import { createOrganizationDomainRoutes } from './routes/organizations/domains.ts'
import { createMemberInvitationRoutes } from './routes/organizations/invitations.ts'
import { createMemberRoutes } from './routes/organizations/members.ts'
import { createOrganizationRoutes } from './routes/organizations/organization.ts'
import { createProviderRoutes } from './routes/provider.ts'
import { createLandingRoutes } from './routes/redirect-pages.ts'
import { createReverificationRoutes } from './routes/reverifications.ts'
import { createSessionRoutes } from './routes/sessions.ts'
import { createSignInRoutes } from './routes/sign-ins.ts'
import { createSignUpRoutes } from './routes/sign-ups.ts'
import { createSiteRoutes } from './routes/site.ts'
import { createWaitlistRoutes } from './routes/waitlist.ts'
import { unimplemented } from './unimplemented.ts'

/** Where browsers are led to, with a development browser or still without. */
const visitedPaths = [
  '/v1/verify',
  '/v1/oauth_callback',
  '/v1/tickets/*',
  '/v1/client/handshake',
  '/v1/client/sync',
  '/v1/client/link',
]

const addImplemented = (app: Hono<Env>): void => {
  for (const path of ['/health', '/v1/health']) app.get(path, c => c.json({ status: 'healthy' }))
  app.route('/.well-known', createWellKnownRoutes())
  app.get('/v1/jwks', c => c.json(publicKeySet()))
  app.route('/v1/dev_browser', createDevBrowserRoutes())
  app.use('/v1/client/*', rateLimit)
  for (const path of visitedPaths) app.use(path, visitorCredentials)
  app.route('/v1', createLandingRoutes())
  app.route('/v1', createSiteRoutes())
  app.route('/v1/enterprise_connections', createTestRunRoutes())
  app.route('/v1/waitlist', createWaitlistRoutes())
  app.route('/api_keys', createApiKeyRoutes())
  app.route('/v1/client', createDomainRoutes())
  app.route('/__emulator/oauth', createProviderRoutes())
  app.route('/__emulator/images', createImageRoutes())
  // Everything from here on is about a client, and first finds out which.
  app.use('/v1/*', credentials)
  app.route('/v1/environment', createEnvironmentRoutes())
  app.route('/v1/client', createClientRoutes())
  app.route('/v1/client/sessions', createSessionRoutes())
  app.route('/v1/client/sessions', createReverificationRoutes())
  app.route('/v1/client/sign_ins', createSignInRoutes())
  app.route('/v1/client/sign_ups', createSignUpRoutes())
  app.route('/v1/me', createMeRoutes())
  app.route('/v1/me/email_addresses', createEmailAddressRoutes())
  app.route('/v1/me/phone_numbers', createPhoneNumberRoutes())
  app.route('/v1/me', createSecondFactorRoutes())
  app.route('/v1/me/sessions', createMySessionRoutes())
  app.route('/v1/me/organization_memberships', createMembershipRoutes())
  app.route('/v1/me/organization_creation_defaults', createCreationDefaultsRoutes())
  app.route('/v1/me/organization_invitations', createInvitationRoutes())
  app.route('/v1/me/organization_suggestions', createSuggestionRoutes())
  app.route('/v1/me/passkeys', createPasskeyRoutes())
  app.route('/v1/me/external_accounts', createExternalAccountRoutes())
  app.route('/v1/me/web3_wallets', createWalletRoutes())
  app.route('/v1/me/profile_image', createProfileImageRoutes())
  app.route('/v1/me/oauth/consent', createOAuthConsentRoutes())
  for (const create of [
    createOrganizationRoutes,
    createMemberRoutes,
    createMemberInvitationRoutes,
    createOrganizationDomainRoutes,
  ])
    app.route('/v1/organizations', create())
  const connections = '/v1/organizations/:organization_id/enterprise_connections'
  app.route(connections, createOrganizationConnectionRoutes())
  app.route('/v1/me/enterprise_connections', createMyConnectionRoutes())
  app.route('/v1', createNewerRoutes())
}

/**
 * The routes of the Frontend API. Requests arrive with their logical method; the instance comes
 * with each.
 */
export const createApp = (): Hono<Env> => {
  const app = new Hono<Env>({ strict: false })
  app.onError(answerError)
  app.notFound(c => answerError(resourceNotFound('Resource'), c))
  app.use(requestLogger, corsHeaders, faultResponse, validateRequest)
  addImplemented(app)
  addUnimplemented(app, unimplemented)
  addMethodRefusals(app)
  return app
}
