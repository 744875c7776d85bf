import type { NotHere } from '@clientele/core/clerk'

export type {
  ClerkAdapterOptions as PluginOptions,
  ClerkAPIError,
  ClerkAPIResponseError,
  ClerkError,
  ClientResource,
  EmailAddressResource,
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
  SignInResource,
  SignInSecondFactor,
  SignInStatus,
  SignOutButtonProps,
  SignUpButtonProps,
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
export { SignInButton, SignOutButton, SignUpButton } from './clerk/buttons.ts'
export {
  AuthenticateWithRedirectCallback,
  RedirectToSignIn,
  RedirectToSignUp,
  RedirectToTasks,
} from './clerk/callbacks.ts'
export type { ToComputedRefs } from './clerk/computed-refs.ts'
export { clerkPlugin } from './clerk/plugin.ts'
export type { ShowProps } from './clerk/show.ts'
export { Show, SignedIn, SignedOut } from './clerk/show.ts'
export { ClerkDegraded, ClerkFailed, ClerkLoaded, ClerkLoading } from './clerk/status.ts'
export { useAuth } from './clerk/use-auth.ts'
export { useClerk } from './clerk/use-clerk.ts'
export { useOrganization } from './clerk/use-organization.ts'
export { useOrganizationList } from './clerk/use-organization-list.ts'
export { useSession } from './clerk/use-session.ts'
export { useSessionList } from './clerk/use-session-list.ts'
export type { UseSignInReturn } from './clerk/use-sign-in.ts'
export { useSignIn } from './clerk/use-sign-in.ts'
export type { UseSignUpReturn } from './clerk/use-sign-up.ts'
export { useSignUp } from './clerk/use-sign-up.ts'
export { useUser } from './clerk/use-user.ts'

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
/** Not here: use options of clerkPlugin: appearance is yours. */
export declare const updateClerkOptions: NotHere<'use options of clerkPlugin: appearance is yours'>
/** Not here: use an image of user.imageUrl. */
export declare const UserAvatar: NotHere<'use an image of user.imageUrl'>
/** Not here: use markup over useUser() and SignOutButton. */
export declare const UserButton: NotHere<'use markup over useUser() and SignOutButton'>
/** Not here: use a page over the methods of useUser().user. */
export declare const UserProfile: NotHere<'use a page over the methods of useUser().user'>
/** Not here: use the waitlist component of Clerk. */
export declare const Waitlist: NotHere<'use the waitlist component of Clerk'>
