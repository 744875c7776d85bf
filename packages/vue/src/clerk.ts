import type { NotHereByName } from '@clientele/core/clerk'

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
export declare const APIKeys: NotHereByName['APIKeys']
/** @deprecated Not there: use a form of your own over clerk.createOrganization(). */
export declare const CreateOrganization: NotHereByName['CreateOrganization']
/** @deprecated Not there: use getToken() of useAuth(): there is no global Clerk. */
export declare const getToken: NotHereByName['getToken']
/** @deprecated Not there: use a button that calls signIn.authenticateWithRedirect(). */
export declare const GoogleOneTap: NotHereByName['GoogleOneTap']
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
/** @deprecated Not there: use options of clerkPlugin: appearance is yours. */
export declare const updateClerkOptions: NotHereByName['updateClerkOptions']
/** @deprecated Not there: use an image of user.imageUrl. */
export declare const UserAvatar: NotHereByName['UserAvatar']
/** @deprecated Not there: use markup of your own over useUser() and SignOutButton. */
export declare const UserButton: NotHereByName['UserButton']
/** @deprecated Not there: use a page of your own over the methods of useUser().user. */
export declare const UserProfile: NotHereByName['UserProfile']
/** @deprecated Not there: use the waitlist component of Clerk. */
export declare const Waitlist: NotHereByName['Waitlist']
