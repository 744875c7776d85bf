'use client'

import type { NotHere } from '@clientele/core/clerk'

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
export declare const APIKeys: NotHere['APIKeys']
/** @deprecated Not there: use a form of your own over createOrganization() of useOrganizationList(). */
export declare const CreateOrganization: NotHere['CreateOrganization']
/** @deprecated Not there: use getToken() of useAuth(): there is no global Clerk. */
export declare const getToken: NotHere['getToken']
/** @deprecated Not there: use a button that calls signIn.authenticateWithRedirect(). */
export declare const GoogleOneTap: NotHere['GoogleOneTap']
/** @deprecated Not there: use your server, which administers members by the Backend API. */
export declare const InviteMembersButton: NotHere['InviteMembersButton']
/** @deprecated Not there: use the consent page of Clerk. */
export declare const OAuthConsent: NotHere['OAuthConsent']
/** @deprecated Not there: use the verification page of Clerk. */
export declare const OAuthDeviceVerification: NotHere['OAuthDeviceVerification']
/** @deprecated Not there: use a list of your own over useOrganizationList(). */
export declare const OrganizationList: NotHere['OrganizationList']
/** @deprecated Not there: use your server, which administers members by the Backend API. */
export declare const OrganizationProfile: NotHere['OrganizationProfile']
/** @deprecated Not there: use a list of your own over useOrganizationList() and setActive(). */
export declare const OrganizationSwitcher: NotHere['OrganizationSwitcher']
/** @deprecated Not there: use the billing components of Clerk. */
export declare const PricingTable: NotHere['PricingTable']
/** @deprecated Not there: use navigate() to a page of your own. */
export declare const RedirectToCreateOrganization: NotHere['RedirectToCreateOrganization']
/** @deprecated Not there: use navigate() to a page of your own. */
export declare const RedirectToOrganizationProfile: NotHere['RedirectToOrganizationProfile']
/** @deprecated Not there: use navigate() to a page of your own. */
export declare const RedirectToUserProfile: NotHere['RedirectToUserProfile']
/** @deprecated Not there: use a form of your own over useSignIn(). */
export declare const SignIn: NotHere['SignIn']
/** @deprecated Not there: use a button that calls signIn.authenticateWithMetamask(). */
export declare const SignInWithMetamaskButton: NotHere['SignInWithMetamaskButton']
/** @deprecated Not there: use a form of your own over useSignUp(). */
export declare const SignUp: NotHere['SignUp']
/** @deprecated Not there: use a page of your own in taskUrls, over useOrganizationList(). */
export declare const TaskChooseOrganization: NotHere['TaskChooseOrganization']
/** @deprecated Not there: use a page of your own in taskUrls, over user.updatePassword(). */
export declare const TaskResetPassword: NotHere['TaskResetPassword']
/** @deprecated Not there: use a page of your own in taskUrls, over user.createTOTP(). */
export declare const TaskSetupMFA: NotHere['TaskSetupMFA']
/** @deprecated Not there: use the API keys of your server, by the Backend API of Clerk. */
export declare const useAPIKeys: NotHere['useAPIKeys']
/** @deprecated Not there: use the consent page of Clerk. */
export declare const useOAuthConsent: NotHere['useOAuthConsent']
/** @deprecated Not there: use an image of user.imageUrl. */
export declare const UserAvatar: NotHere['UserAvatar']
/** @deprecated Not there: use markup of your own over useUser() and SignOutButton. */
export declare const UserButton: NotHere['UserButton']
/** @deprecated Not there: use a page of your own over the methods of useUser().user. */
export declare const UserProfile: NotHere['UserProfile']
/** @deprecated Not there: use the waitlist component of Clerk. */
export declare const useWaitlist: NotHere['useWaitlist']
/** @deprecated Not there: use the waitlist component of Clerk. */
export declare const Waitlist: NotHere['Waitlist']
