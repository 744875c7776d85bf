'use client'

import type { NotHereByName } from '@clientele/core/clerk'

export type {
  AuthValue as UseAuthReturn,
  ClerkAPIError,
  ClerkAPIResponseError,
  ClerkError,
  ClientResource,
  EmailAddressResource,
  Errors,
  ExternalAccountResource,
  OrganizationListValue as UseOrganizationListReturn,
  OrganizationMembershipResource,
  OrganizationResource,
  PasskeyResource,
  PhoneNumberResource,
  SessionResource,
  SetActive,
  SignedInSessionResource,
  SignInButtonProps,
  SignInFirstFactor,
  SignInFutureResource,
  SignInResource,
  SignInSecondFactor,
  SignInStatus,
  SignOutButtonProps,
  SignUpButtonProps,
  SignUpFutureResource,
  SignUpResource,
  SignUpStatus,
  UserResource,
} from '@clientele/core/clerk'
export {
  EmailLinkErrorCode,
  EmailLinkErrorCodeStatus,
  isClerkAPIResponseError,
  isClerkRuntimeError,
  isEmailLinkError,
  isKnownError,
  isReverificationCancelledError,
  isUserLockedError,
} from '@clientele/core/clerk'
export { SignInButton, SignOutButton, SignUpButton } from './buttons.tsx'
export {
  AuthenticateWithRedirectCallback,
  HandleSSOCallback,
  RedirectToSignIn,
  RedirectToSignUp,
  RedirectToTasks,
} from './callbacks.tsx'
export type { ClerkProviderProps } from './provider.tsx'
export { ClerkProvider, useClerk } from './provider.tsx'
export type { ShowProps } from './show.tsx'
export { Show, SignedIn, SignedOut } from './show.tsx'
export { ClerkDegraded, ClerkFailed, ClerkLoaded, ClerkLoading } from './status.tsx'
export { useAuth } from './use-auth.ts'
export { useEmailLink } from './use-email-link.ts'
export { useOrganization } from './use-organization.ts'
export { useOrganizationList } from './use-organization-list.ts'
export { useReverification } from './use-reverification.ts'
export { useSession } from './use-session.ts'
export { useSessionList } from './use-session-list.ts'
export { useSignIn } from './use-sign-in.ts'
export { useSignUp } from './use-sign-up.ts'
export { useUser } from './use-user.ts'

// What Clerk's package has and this one has not: without a value, so that a program with it neither
// compiles nor bundles, and with a type that says what to use. Here, since a file without values
// cannot be exported from.
/** @deprecated Not there: use the API keys of your server, by the Backend API of Clerk. */
export declare const APIKeys: NotHereByName['APIKeys']
/** @deprecated Not there: use a form of your own over clerk.createOrganization(). */
export declare const CreateOrganization: NotHereByName['CreateOrganization']
/** @deprecated Not there: use getToken() of useAuth(): there is no global Clerk. */
export declare const getToken: NotHereByName['getToken']
/** @deprecated Not there: use a button that calls signIn.authenticateWithRedirect(). */
export declare const GoogleOneTap: NotHereByName['GoogleOneTap']
/** @deprecated Not there: use your server, with the Backend API of Clerk. */
export declare const InviteMembersButton: NotHereByName['InviteMembersButton']
/** @deprecated Not there: use the consent page of Clerk. */
export declare const OAuthConsent: NotHereByName['OAuthConsent']
/** @deprecated Not there: use the verification page of Clerk. */
export declare const OAuthDeviceVerification: NotHereByName['OAuthDeviceVerification']
/** @deprecated Not there: use a list of your own over useOrganizationList(). */
export declare const OrganizationList: NotHereByName['OrganizationList']
/** @deprecated Not there: use your server, with the Backend API of Clerk. */
export declare const OrganizationProfile: NotHereByName['OrganizationProfile']
/** @deprecated Not there: use a list of your own over useOrganizationList(). */
export declare const OrganizationSwitcher: NotHereByName['OrganizationSwitcher']
/** @deprecated Not there: use the billing components of Clerk. */
export declare const PricingTable: NotHereByName['PricingTable']
/** @deprecated Not there: use navigate() to a page of your own. */
export declare const RedirectToCreateOrganization: NotHereByName['RedirectToCreateOrganization']
/** @deprecated Not there: use navigate() to a page of your own. */
export declare const RedirectToOrganizationProfile: NotHereByName['RedirectToOrganizationProfile']
/** @deprecated Not there: use navigate() to a page of your own. */
export declare const RedirectToUserProfile: NotHereByName['RedirectToUserProfile']
/** @deprecated Not there: use a form of your own over useSignIn(). */
export declare const SignIn: NotHereByName['SignIn']
/** @deprecated Not there: use a button over authenticateWithMetamask(). */
export declare const SignInWithMetamaskButton: NotHereByName['SignInWithMetamaskButton']
/** @deprecated Not there: use a form of your own over useSignUp(). */
export declare const SignUp: NotHereByName['SignUp']
/** @deprecated Not there: use a page of your own in taskUrls, with setActive(). */
export declare const TaskChooseOrganization: NotHereByName['TaskChooseOrganization']
/** @deprecated Not there: use a page of your own, over user.updatePassword(). */
export declare const TaskResetPassword: NotHereByName['TaskResetPassword']
/** @deprecated Not there: use a page of your own in taskUrls, over user.createTOTP(). */
export declare const TaskSetupMFA: NotHereByName['TaskSetupMFA']
/** @deprecated Not there: use the API keys of your server, by the Backend API of Clerk. */
export declare const useAPIKeys: NotHereByName['useAPIKeys']
/** @deprecated Not there: use the consent page of Clerk. */
export declare const useOAuthConsent: NotHereByName['useOAuthConsent']
/** @deprecated Not there: use an image of user.imageUrl. */
export declare const UserAvatar: NotHereByName['UserAvatar']
/** @deprecated Not there: use markup of your own over useUser() and SignOutButton. */
export declare const UserButton: NotHereByName['UserButton']
/** @deprecated Not there: use a page of your own over the methods of useUser().user. */
export declare const UserProfile: NotHereByName['UserProfile']
/** @deprecated Not there: use the waitlist component of Clerk. */
export declare const useWaitlist: NotHereByName['useWaitlist']
/** @deprecated Not there: use the waitlist component of Clerk. */
export declare const Waitlist: NotHereByName['Waitlist']
