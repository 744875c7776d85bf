import type { Reason } from './reason.ts'

/** Of members that are not there. */
export const absences: readonly Reason[] = [
  { why: "internal: Clerk's own packages hand it to each other", members: ['*.__internal_*'] },
  { why: 'experimental', members: ['*.__experimental_*'] },
  { why: 'internal: a path of requests, which are those of the store', members: ['*.pathRoot'] },
  {
    why: 'a part of the user or the client: reading that again reads it too',
    members: ['*Resource.reload'],
  },
  {
    why: 'prebuilt UI',
    members: [
      'Clerk.open*',
      'Clerk.close*',
      'Clerk.mount*',
      'Clerk.unmount*',
      '*Button',
      '*Profile',
      '*.*Portal*',
      '*.SignIn',
      '*.SignUp',
      '*.CreateOrganization',
      '*.OrganizationList',
      '*.OrganizationSwitcher',
      '*.UserAvatar',
      '@clerk/react.Task*',
    ],
  },
  {
    why: 'pages of prebuilt UI',
    members: [
      'Clerk.build*Profile*',
      'Clerk.buildCreateOrganizationUrl',
      'Clerk.redirectToCreateOrganization',
      '*.RedirectToCreateOrganization',
    ],
  },
  {
    why: 'billing',
    members: [
      'Clerk.billing',
      'Clerk.buildNewSubscriptionRedirectUrl',
      '*PaymentMethod',
      '*PaymentMethods',
      '*.PricingTable',
    ],
  },
  { why: 'waitlist', members: ['Clerk.*aitlist*', '*.Waitlist', '*.useWaitlist'] },
  { why: 'API keys', members: ['Clerk.apiKeys', '*.APIKeys', '*.useAPIKeys'] },
  {
    why: "One Tap, which needs a provider's script",
    members: ['*GoogleOneTap*'],
  },
  {
    why: 'the consent pages of an OAuth server',
    members: ['Clerk.oauthApplication', '*OAuthConsent', '*OAuthDeviceVerification'],
  },
  {
    why: "Clerk Protect, which needs Clerk's script",
    members: ['*.setProtectAssertion', '*rotectCheck'],
  },
  {
    why: 'administration of an organization, of its members or of its connections',
    members: [
      'OrganizationResource.*',
      'OrganizationMembershipResource.*',
      '*.getEnterpriseConnections',
      '*rganizationCreationDefaults',
    ],
  },
  {
    why: 'a satellite domain is an option of the store, which does not tell it again',
    members: ['Clerk.proxyUrl', 'Clerk.domain', 'Clerk.isSatellite'],
  },
  {
    why: "about Clerk's own script",
    members: [
      'Clerk.version',
      'Clerk.uiVersion',
      'Clerk.sdkMetadata',
      'Clerk.isStandardBrowser',
      'Clerk.telemetry',
      'Clerk.updateClient',
    ],
  },
  {
    why: 'a method of `signIn`, which becomes a sign-up where the account is new',
    members: ['Clerk.authenticateWith*'],
  },
  {
    why: '`user.organizationMemberships` has those of the user',
    members: ['Clerk.getOrganization'],
  },
  { why: 'the store decides by itself what a 401 means', members: ['Clerk.handleUnauthenticated'] },
  { why: 'needs a window of its own', members: ['*.authenticateWithPopup'] },
  { why: 'needs a wallet standard', members: ['*.authenticateWithSolana'] },
  {
    why: 'needs the settings of the instance, which the store does not load',
    members: ['*.validatePassword', 'UserResource.createOrganizationsLimit'],
  },
  {
    why: 'time zones are not kept by the store',
    members: ['*.timezone'],
  },
  {
    why: 'signing in past the provider of a company is for its administrators',
    members: ['*.ssoBypassFirstFactors'],
  },
  { why: 'trusted devices are not supported', members: ['*.trustedDeviceChallenge'] },
  {
    why: 'links of a company for an address are not waited for yet',
    members: ['EmailAddressResource.createEnterpriseSSOLinkFlow'],
  },
  { why: '`user.create…` creates it', members: ['*Resource.create'] },
  {
    why: 'not in the records of the store',
    members: [
      'VerificationResource.*',
      'SignUpVerificationResource.*',
      'PhoneNumberResource.*',
      'EnterpriseAccountResource.*',
    ],
  },
  {
    why: '`account()` tells it',
    members: ['TOTPResource.*', 'BackupCodeResource.*'],
  },
  {
    why: "a mark of Clerk's classes: `isKnownError` and the like tell errors apart",
    members: ['Clerk*Error.*'],
  },
  {
    why: 'a type of a script that is loaded from elsewhere',
    members: [
      '@clerk/react.*Browser*',
      '@clerk/react.ClerkProp',
      '@clerk/react.IsomorphicClerkOptions',
    ],
  },
  { why: 'needs a `Clerk` of the whole process, and there is none', members: ['*.getToken'] },
  { why: 'there is nothing to restyle', members: ['*.updateClerkOptions'] },
  {
    why: 'the store makes its errors itself; `code` tells them apart',
    members: ['@clerk/react/errors.*'],
  },
]
