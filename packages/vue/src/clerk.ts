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
/** @deprecated Not there: use the API keys of your server, by the Backend API of Clerk. */
export declare const APIKeys: NotHere['APIKeys']
/** @deprecated Not there: use a form of your own over createOrganization() of useOrganizationList(). */
export declare const CreateOrganization: NotHere['CreateOrganization']
/** @deprecated Not there: use getToken() of useAuth(): there is no global Clerk. */
export declare const getToken: NotHere['getToken']
/** @deprecated Not there: use a button that calls signIn.authenticateWithRedirect(). */
export declare const GoogleOneTap: NotHere['GoogleOneTap']
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
/** @deprecated Not there: use options of clerkPlugin: there is no appearance to change. */
export declare const updateClerkOptions: NotHere['updateClerkOptions']
/** @deprecated Not there: use an image of user.imageUrl. */
export declare const UserAvatar: NotHere['UserAvatar']
/** @deprecated Not there: use markup of your own over useUser() and SignOutButton. */
export declare const UserButton: NotHere['UserButton']
/** @deprecated Not there: use a page of your own over the methods of useUser().user. */
export declare const UserProfile: NotHere['UserProfile']
/** @deprecated Not there: use the waitlist component of Clerk. */
export declare const Waitlist: NotHere['Waitlist']
