import { Hono } from 'hono'
import { publicKeySet } from '../../lib/keys.ts'
import type { Env } from '../request-context.ts'
import { createClientRoutes } from './clients.ts'
import { createDomainRoutes } from './domains.ts'
import { createEmailAddressRoutes, createEmailReplacementRoutes } from './email-addresses.ts'
import { createAllowlistRoutes, createBlocklistRoutes } from './identifier-lists.ts'
import { createBetaFeatureRoutes, createInstanceRoutes } from './instance.ts'
import { createInvitationRoutes } from './invitations.ts'
import { createJwtTemplateRoutes } from './jwt-templates.ts'
import { createMachineRoutes } from './machines.ts'
import {
  createAllInvitationRoutes,
  createOrganizationInvitationRoutes,
  createUserInvitationRoutes,
} from './organization-invitations.ts'
import {
  createAllMembershipRoutes,
  createMembershipRoutes,
  createUserMembershipRoutes,
} from './organization-memberships.ts'
import { createOrganizationRoutes } from './organizations.ts'
import { createPhoneNumberRoutes, createPhoneReplacementRoutes } from './phone-numbers.ts'
import { createRedirectUrlRoutes } from './redirect-urls.ts'
import { createSessionRoutes } from './sessions.ts'
import { createSignUpRoutes } from './sign-ups.ts'
import { createTestingTokenRoutes } from './testing-tokens.ts'
import { createActorTokenRoutes, createSignInTokenRoutes } from './tickets.ts'
import { createUserCredentialRoutes } from './user-credentials.ts'
import { createUserStatusRoutes } from './user-status.ts'
import { createUserRoutes } from './users.ts'
import { createWaitlistRoutes } from './waitlist.ts'

const createKeyRoutes = () => new Hono<Env>().get('/', c => c.json(publicKeySet()))

/** The resources of the Backend API that are there, by their paths. */
const resources: Readonly<Record<string, readonly (() => Hono<Env>)[]>> = {
  actor_tokens: [createActorTokenRoutes],
  allowlist_identifiers: [createAllowlistRoutes],
  beta_features: [createBetaFeatureRoutes],
  blocklist_identifiers: [createBlocklistRoutes],
  clients: [createClientRoutes],
  domains: [createDomainRoutes],
  email_addresses: [createEmailAddressRoutes],
  instance: [createInstanceRoutes],
  invitations: [createInvitationRoutes],
  jwks: [createKeyRoutes],
  jwt_templates: [createJwtTemplateRoutes],
  machines: [createMachineRoutes],
  organization_invitations: [createAllInvitationRoutes],
  organization_memberships: [createAllMembershipRoutes],
  organizations: [
    createOrganizationRoutes,
    createMembershipRoutes,
    createOrganizationInvitationRoutes,
  ],
  phone_numbers: [createPhoneNumberRoutes],
  redirect_urls: [createRedirectUrlRoutes],
  sessions: [createSessionRoutes],
  sign_in_tokens: [createSignInTokenRoutes],
  sign_ups: [createSignUpRoutes],
  testing_tokens: [createTestingTokenRoutes],
  users: [
    createUserRoutes,
    createUserStatusRoutes,
    createUserCredentialRoutes,
    createEmailReplacementRoutes,
    createPhoneReplacementRoutes,
    createUserMembershipRoutes,
    createUserInvitationRoutes,
  ],
  waitlist_entries: [createWaitlistRoutes],
}

/** Puts every resource at its path. */
export const addResources = (app: Hono<Env>): void => {
  for (const [name, creators] of Object.entries(resources))
    for (const create of creators) app.route(`/v1/${name}`, create())
}
