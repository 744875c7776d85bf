import { z } from 'zod'
import { freeRecord } from '../lib/free-json.ts'
import { readInput } from '../lib/input-errors.ts'
import { domainPattern } from '../lib/publishable-key.ts'
import { OAuthApplicationSchema } from './oauth-application.ts'
import { WebhookEndpointSchema } from './webhook-endpoint.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const duration = z.number().int().nonnegative()
const requirement = z.enum(['off', 'on', 'required'])
const passwordRule = z.enum(['uppercase', 'lowercase', 'number', 'special_char'])
const provider = z.string().regex(/^[a-z0-9_]+$/, 'a name such as google or custom_acme')

/** The key of a role or a permission. */
export const organizationKey = z
  .string()
  .regex(/^org:[a-z0-9_]+(:[a-z0-9_]+)?$/, 'a key such as org:admin or org:invoices:read')

const jwtTemplate = z.strictObject({
  /** Any JSON, with shortcodes such as `{{user.id}}`. */
  claims: freeRecord,
  /** ms its tokens live; `tokenLifetime` when not set. */
  lifetime: duration.optional(),
})

/** What the tokens of a JWT template say. */
export type JwtTemplate = Readonly<z.infer<typeof jwtTemplate>>

const SettingsShape = z.strictObject({
  /** One signed-in session at a time; a second sign-in is refused with `session_exists`. */
  singleSession: z.boolean(),
  /**
   * Never tell whether an account exists: unknown identifiers look like known ones until the
   * attempt fails.
   */
  enumerationProtection: z.boolean(),
  /** What a sign-up asks for. */
  emailAddress: requirement,
  /** `off`, `on` (may be given) or `required` at a sign-up. */
  phoneNumber: requirement,
  /** `off`, `on` (may be given) or `required` at a sign-up. */
  web3Wallet: requirement,
  /** `off`, `on` (may be given) or `required` at a sign-up. */
  password: requirement,
  /** `off`, `on` (may be given) or `required` at a sign-up. */
  username: requirement,
  /** `off`, `on` (may be given) or `required` at a sign-up. */
  firstName: requirement,
  /** `off`, `on` (may be given) or `required` at a sign-up. */
  lastName: requirement,
  /** A sign-up must accept the legal terms. */
  legalConsent: z.boolean(),
  /** A supplied email address must be verified before a sign-up completes. */
  verifyEmailAtSignUp: z.boolean(),
  /**
   * How pages are told to verify an email address: links or codes, where they know both. Either is
   * answered unless it is disabled.
   */
  emailVerification: z.enum(['code', 'link', 'both']),
  /** A supplied phone number must be verified before a sign-up completes. */
  verifyPhoneAtSignUp: z.boolean(),
  /** Strategies that exist and are not enabled here: `passkey`, `email_link`, …. */
  disabledStrategies: z.array(z.string()),
  /** There are organizations, also before the first one is made. */
  organizations: z.boolean(),
  /** An organization has to be chosen after each sign-in; there is no personal account. */
  forceOrganizationSelection: z.boolean(),
  /** Users may create organizations. */
  createOrganizations: z.boolean(),
  /** Users and organizations have keys for programs that act for them. */
  apiKeys: z.boolean(),
  /** Organizations may have verified domains. */
  organizationDomains: z.boolean(),
  /** Members and pending invitations that an organization may have; 0 for any number. */
  maxMemberships: z.number().int().nonnegative(),
  /**
   * What roles of the application allow, by their keys: `{ 'org:billing': ['org:invoices:read'] }`.
   * `org:admin` and `org:member` are always there.
   */
  organizationRoles: z.record(organizationKey, z.array(organizationKey)),
  /** Users may delete their account. */
  deleteSelf: z.boolean(),
  /** Providers that sign people in: `google` is the strategy `oauth_google`. */
  socialProviders: z.array(provider),
  /**
   * Domains of email addresses whose owners sign in at their company's provider: `enterprise_sso`.
   */
  enterpriseDomains: z.array(z.string().min(1)),
  /** Characters; from 8 to 72. */
  passwordMinLength: z.number().int().min(8).max(72),
  /** Kinds of characters that a password must have. */
  passwordRules: z.array(passwordRule),
  /** Passwords that are refused as found in a data breach. */
  pwnedPasswords: z.array(z.string()),
  /** Wrong passwords and second factors in a row until a user is locked; 0 never locks. */
  lockoutAttempts: z.number().int().nonnegative(),
  /**
   * ms from the last proof of a factor until a session has to prove once more who is there before
   * it changes what the user signs in with (403 `session_reverification_required`); `null` never.
   */
  reverificationAfter: duration.nullable(),
  /** ms a locked user stays locked. */
  lockoutDuration: duration,
  /**
   * A password alone does not sign in on a client that the user never signed in on:
   * `needs_client_trust`.
   */
  clientTrust: z.boolean(),
  /** A passkey counts as both factors. */
  passkeySatisfiesSecondFactor: z.boolean(),
  /** An email link verifies only in the browser that asked for it. */
  emailLinkSameClient: z.boolean(),
  /**
   * `sign-up`: a sign-up without a CAPTCHA token is refused. `challenge`: a client has to solve one
   * first, whatever it attempts. Every token but `invalid` is right.
   */
  captcha: z.enum(['off', 'sign-up', 'challenge']),
  /** Test identities (`…+clerk_test@…`) receive no message and accept the code 424242. */
  testMode: z.boolean(),
  /** Tell which strategy signed this client in last. */
  lastAuthenticationStrategy: z.boolean(),
  /** Wrong codes until a verification is `failed`. */
  verificationAttempts: z.number().int().positive(),
  /** ms a code lives. */
  codeLifetime: duration,
  /** ms until a code may be sent again; 0 lets it be sent at any time. */
  resendCooldown: duration,
  /** ms without activity until an attempt is abandoned. */
  attemptLifetime: duration,
  /** ms until a session expires. */
  sessionLifetime: duration,
  /** ms without activity until a session is abandoned. */
  sessionAbandonment: duration,
  /** ms a session token lives. */
  tokenLifetime: duration,
  /** ms of life left below which `last_active_token` is minted anew. */
  tokenRenewal: duration,
  /** ms the client cookie lives. */
  cookieLifetime: duration,
  /**
   * When a client token is superseded by another: at each native call, or at sign-in and sign-out
   * only.
   */
  rotation: z.enum(['every-call', 'sign-in-out']),
  /** ms a superseded client token is still accepted. */
  rotationGrace: duration,
  /**
   * How often one address may ask: `production` answers 429 beyond the published limits,
   * `development` never.
   */
  limits: z.enum(['development', 'production']),
  /** Only identifiers on the allowlist may sign up. */
  allowlist: z.boolean(),
  /** Identifiers on the blocklist may not sign up. */
  blocklist: z.boolean(),
  /** Addresses such as `jane+news@example.com` may not sign up. */
  blockEmailSubaddresses: z.boolean(),
  /** Native clients are answered. */
  nativeApi: z.boolean(),
  /** Error answers to a known client carry it as `meta.client`. */
  clientInErrors: z.boolean(),
  /**
   * Origins that may call, and be told by a handshake who is signed in; `null` lets every origin.
   */
  allowedOrigins: z.array(z.string()).nullable(),
  /** Hosts of other domains that share the clients of this one: `clerk.satellite.test`. */
  satelliteDomains: z.array(z.string().regex(domainPattern, 'a host such as clerk.example.test')),
  /** Applications that others sign in to by this instance, by their client ids. */
  oauthApplications: z.record(z.string(), OAuthApplicationSchema),
  /** The JWT templates, by their names. */
  jwtTemplates: z.record(z.string(), jwtTemplate),
  /** Receivers of what changes: see `emulator.webhooks`. */
  webhooks: z.array(WebhookEndpointSchema),
  /** Shown in the environment. */
  applicationName: z.string(),
})

export const SettingsSchema = SettingsShape.readonly()
export const PartialSettingsSchema = SettingsShape.partial()

/** How the emulated instance is set up. Times are milliseconds. */
export type Settings = z.infer<typeof SettingsSchema>

/** Some of the settings; `undefined` keeps one. */
export type SettingsPatch = Readonly<z.infer<typeof PartialSettingsSchema>>

const defaults: Settings = {
  singleSession: false,
  enumerationProtection: false,
  emailAddress: 'required',
  phoneNumber: 'on',
  web3Wallet: 'off',
  password: 'required',
  username: 'on',
  firstName: 'on',
  lastName: 'on',
  legalConsent: false,
  verifyEmailAtSignUp: true,
  emailVerification: 'code',
  verifyPhoneAtSignUp: true,
  disabledStrategies: [],
  organizations: false,
  forceOrganizationSelection: false,
  createOrganizations: true,
  apiKeys: false,
  organizationDomains: true,
  maxMemberships: 5,
  organizationRoles: {},
  deleteSelf: true,
  socialProviders: ['google', 'github'],
  enterpriseDomains: [],
  passwordMinLength: 8,
  passwordRules: [],
  pwnedPasswords: [],
  lockoutAttempts: 100,
  reverificationAfter: 10 * minute,
  lockoutDuration: hour,
  clientTrust: false,
  passkeySatisfiesSecondFactor: true,
  emailLinkSameClient: false,
  captcha: 'off',
  testMode: true,
  lastAuthenticationStrategy: true,
  verificationAttempts: 5,
  codeLifetime: 10 * minute,
  resendCooldown: 30_000,
  attemptLifetime: day,
  sessionLifetime: 7 * day,
  sessionAbandonment: 30 * day,
  tokenLifetime: minute,
  tokenRenewal: 10_000,
  cookieLifetime: 400 * day,
  rotation: 'sign-in-out',
  rotationGrace: 0,
  limits: 'development',
  allowlist: false,
  blocklist: false,
  blockEmailSubaddresses: false,
  nativeApi: true,
  clientInErrors: true,
  allowedOrigins: null,
  satelliteDomains: [],
  oauthApplications: {},
  jwtTemplates: {},
  webhooks: [],
  applicationName: 'Emulated application',
}

/**
 * The settings of `base` with `patch` over them; `undefined` keeps a setting.
 *
 * @throws TypeError that names each wrong setting.
 */
export const mergeSettings = (patch: SettingsPatch = {}, base: Settings = defaults): Settings => {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined)
  return Object.freeze(
    readInput(SettingsSchema, 'settings', { ...base, ...Object.fromEntries(given) }),
  )
}
