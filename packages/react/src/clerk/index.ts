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
/** Not here: use your server, with the Backend API of Clerk. */
export declare const APIKeys: NotHere<'use your server, with the Backend API of Clerk'>
/** Not here: use a form over clerk.createOrganization(). */
export declare const CreateOrganization: NotHere<'use a form over clerk.createOrganization()'>
/** Not here: use getToken() of useAuth(): there is no global Clerk. */
export declare const getToken: NotHere<'use getToken() of useAuth(): there is no global Clerk'>
/** Not here: use a button over signIn.authenticateWithRedirect(). */
export declare const GoogleOneTap: NotHere<'use a button over signIn.authenticateWithRedirect()'>
/** Not here: use your server, with the Backend API of Clerk. */
export declare const InviteMembersButton: NotHere<'use your server, with the Backend API of Clerk'>
/** Not here: use the consent page of Clerk. */
export declare const OAuthConsent: NotHere<'use the consent page of Clerk'>
/** Not here: use the verification page of Clerk. */
export declare const OAuthDeviceVerification: NotHere<'use the verification page of Clerk'>
/** Not here: use a list over useOrganizationList(). */
export declare const OrganizationList: NotHere<'use a list over useOrganizationList()'>
/** Not here: use your server, with the Backend API of Clerk. */
export declare const OrganizationProfile: NotHere<'use your server, with the Backend API of Clerk'>
/** Not here: use a list over useOrganizationList(). */
export declare const OrganizationSwitcher: NotHere<'use a list over useOrganizationList()'>
/** Not here: use the billing components of Clerk. */
export declare const PricingTable: NotHere<'use the billing components of Clerk'>
/** Not here: use navigate(). */
export declare const RedirectToCreateOrganization: NotHere<'use navigate()'>
/** Not here: use navigate(). */
export declare const RedirectToOrganizationProfile: NotHere<'use navigate()'>
/** Not here: use navigate(). */
export declare const RedirectToUserProfile: NotHere<'use navigate()'>
/** Not here: use a form of your own over useSignIn(). */
export declare const SignIn: NotHere<'use a form of your own over useSignIn()'>
/** Not here: use authenticateWithMetamask(). */
export declare const SignInWithMetamaskButton: NotHere<'use authenticateWithMetamask()'>
/** Not here: use a form of your own over useSignUp(). */
export declare const SignUp: NotHere<'use a form of your own over useSignUp()'>
/** Not here: use a page of taskUrls, with setActive(). */
export declare const TaskChooseOrganization: NotHere<'use a page of taskUrls, with setActive()'>
/** Not here: use a page over user.updatePassword(). */
export declare const TaskResetPassword: NotHere<'use a page over user.updatePassword()'>
/** Not here: use a page of taskUrls, over user.createTOTP(). */
export declare const TaskSetupMFA: NotHere<'use a page of taskUrls, over user.createTOTP()'>
/** Not here: use your server, with the Backend API of Clerk. */
export declare const useAPIKeys: NotHere<'use your server, with the Backend API of Clerk'>
/** Not here: use the consent page of Clerk. */
export declare const useOAuthConsent: NotHere<'use the consent page of Clerk'>
/** Not here: use an image of user.imageUrl. */
export declare const UserAvatar: NotHere<'use an image of user.imageUrl'>
/** Not here: use markup over useUser() and SignOutButton. */
export declare const UserButton: NotHere<'use markup over useUser() and SignOutButton'>
/** Not here: use a page over the methods of useUser().user. */
export declare const UserProfile: NotHere<'use a page over the methods of useUser().user'>
/** Not here: use the waitlist component of Clerk. */
export declare const useWaitlist: NotHere<'use the waitlist component of Clerk'>
/** Not here: use the waitlist component of Clerk. */
export declare const Waitlist: NotHere<'use the waitlist component of Clerk'>
