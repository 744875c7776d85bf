import type { Reason } from './reason.ts'

const openEnded = 'open to what a newer server sends, where theirs is a closed list'
const options = 'the options that concern prebuilt pages and scripts are refused by name'
const deleted = 'resolves to `{ deleted }` alone, or to nothing'
const noTimezone =
  'parameters that the store does not know, such as `timezone`, are refused by name'

/** Of members that are there with another type. */
export const differences: readonly Reason[] = [
  {
    why: options,
    members: ['Clerk.load', 'Clerk.redirectToSign*', '@clerk/react.RedirectToSign*'],
  },
  { why: 'takes no `metadata`', members: ['Clerk.navigate'] },
  {
    why: 'the API takes a passkey as the first factor only',
    members: ['SessionResource.verifyWithPasskey'],
  },
  {
    why: 'leads to a page of the application: there is no dialog, and no option of one',
    members: [
      '*.SignInButton',
      '*.SignUpButton',
      '*.SignOutButton',
      '@clerk/react.RedirectToTasks',
    ],
  },
  {
    why: 'takes whatever makes a flow, and not its other members',
    members: ['@clerk/react.useEmailLink'],
  },
  {
    why: 'has no page for Protect checks',
    members: ['Clerk.handleRedirectCallback', '@clerk/react.AuthenticateWithRedirectCallback'],
  },
  {
    why: 'the claims and the text of the token, without its parts',
    members: ['SessionResource.lastActiveToken'],
  },
  {
    why: openEnded,
    members: [
      'SessionResource.tasks',
      'SessionResource.currentTask',
      'SessionResource.agent',
      'SignInResource.supported*',
      'SignInFutureResource.supported*',
      'SignUpResource.*Fields',
      'SignUpFutureResource.*Fields',
      'ExternalAccountResource.provider',
      'ExternalAccountResource.providerSlug',
    ],
  },
  {
    why: 'verifies codes and passwords; trusted devices and raw passkey credentials are not taken',
    members: [
      'SessionResource.prepare*FactorVerification',
      'SessionResource.attempt*FactorVerification',
    ],
  },
  {
    why: "the store's own record of it, with read-only lists",
    members: ['SessionVerificationResource.*', 'EmailAddressResource.linkedTo'],
  },
  { why: 'takes one status and not a list', members: ['UserResource.getOrganizationSuggestions'] },
  { why: 'the current password has to be given', members: ['UserResource.removePassword'] },
  {
    why: deleted,
    members: [
      'UserResource.leaveOrganization',
      'UserResource.disableTOTP',
      'PasskeyResource.delete',
      'SessionWithActivitiesResource.revoke',
    ],
  },
  {
    why: noTimezone,
    members: [
      'SignInResource.create',
      'SignInFutureResource.create',
      'SignInFutureResource.password',
      'SignUpResource.create',
      'SignUpResource.update',
      'SignUpResource.upsert',
      'SignUpFutureResource.create',
    ],
  },
  {
    why: 'takes what sends or asks for something, and not the rest of a factor',
    members: ['SignInResource.prepare*Factor', 'SignUpResource.prepareVerification'],
  },
  {
    why: 'raw passkey credentials are not taken: `authenticateWithPasskey` asks the device itself',
    members: ['SignInResource.attempt*Factor'],
  },
  {
    why: 'asks the wallet for its address and its signature through the `web3` port',
    members: ['*.authenticateWithWeb3', 'SignInFutureResource.web3'],
  },
  { why: 'leaves for the provider; there is no popup', members: ['*Future*.sso'] },
  { why: 'has no `passkey`', members: ['SignInFutureResource.mfa'] },
  { why: 'the address to come back to has to be given', members: ['*.reauthorize'] },
  { why: 'a plain verification, without the options for the device', members: ['*.verification'] },
  { why: 'the name has to be given, and is a text', members: ['PasskeyResource.update'] },
  {
    why: '`imageUrl` and `hasImage` of the organization are absent where the server does not say',
    members: ['*.publicOrganizationData', '*.accept'],
  },
  { why: 'whatever was thrown, and not always an `Error`', members: ['Clerk*Error.cause'] },
  {
    why: 'takes the options of a headless app and those of the store',
    members: ['@clerk/react.ClerkProvider*', '@clerk/vue.clerkPlugin'],
  },
  { why: 'the same conditions, in types of their own', members: ['@clerk/react.ShowProps'] },
  {
    why: '`has` is one function, whether somebody is signed in or not; options are not `null`',
    members: ['*.useAuth'],
  },
  {
    why: '`client` may be undefined, as it is before it is known',
    members: ['@clerk/react.useClerk'],
  },
  {
    why: 'the organization and the membership, without the lists for its administration',
    members: ['@clerk/react.useOrganization'],
  },
  {
    why: 'statuses are one and not a list',
    members: ['@clerk/react.useOrganizationList'],
  },
  {
    why: 'the entries of `errors` are plain objects, and no instances of a class',
    members: ['@clerk/react.useSign*'],
  },
  {
    why: 'a type: the store makes these errors, and an application only looks at them',
    members: ['@clerk/react/errors.ClerkAPIResponseError'],
  },
  { why: 'a function only, and no method of the error', members: ['@clerk/react/errors.is*'] },
]
