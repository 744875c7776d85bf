'use client'

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
