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
