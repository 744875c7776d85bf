import type { Clerk as ClerkObject, ClerkOptions } from './clerk/clerk.ts'
import { createClerk } from './clerk/create-clerk.ts'

/** Clerk's object over a store: its names, its shapes, live resources. */
export interface Clerk extends ClerkObject {}

/** How a `Clerk` is made. */
export interface ClerkConstructor {
  /** Makes a new store too. @throws TypeError that names a wrong key or option. */
  new (publishableKey: string, options?: ClerkOptions): Clerk
}

const construct = function construct(publishableKey: string, options?: ClerkOptions): Clerk {
  return createClerk(publishableKey, options)
}

/**
 * Makes Clerk's object over a new store, so that code moves in by changing its import.
 *
 * @example
 * const clerk = new Clerk(publishableKey)
 * await clerk.load()
 * clerk.client
 */
// as: a function that returns an object may be called with `new`
export const Clerk = construct as unknown as ClerkConstructor

export type { ClerkAdapterOptions } from './clerk/adapter.ts'
export { openClerk } from './clerk/adapter.ts'
export type {
  ButtonKind,
  SignInButtonProps,
  SignOutButtonProps,
  SignUpButtonProps,
} from './clerk/buttons.ts'
export { assertLeadsToPage, signInButton, signOutButton, signUpButton } from './clerk/buttons.ts'
export type { HandleRedirectCallbackParams } from './clerk/callback.ts'
export type {
  ClerkLoadOptions,
  ClerkOptions,
  ClerkSnapshot,
  ClerkStatus,
  HandleEmailLinkVerificationParams,
  Resources,
  SignOut,
  SignOutCallback,
  SignOutOptions,
} from './clerk/clerk.ts'
export type { ClientResource } from './clerk/client.ts'
export type { EmailLinkFlow } from './clerk/email-link-flow.ts'
export type {
  ClerkAPIError,
  ClerkAPIResponseError,
  ClerkError,
  ClerkRuntimeError,
} from './clerk/errors.ts'
export {
  EmailLinkErrorCodeStatus as EmailLinkErrorCode,
  EmailLinkErrorCodeStatus,
  isClerkAPIResponseError,
  isClerkRuntimeError,
  isEmailLinkError,
  isKnownError,
  isReverificationCancelledError,
  isUserLockedError,
} from './clerk/errors.ts'
export type {
  OAuthStrategy,
  SignInFirstFactor,
  SignInSecondFactor,
  VerificationResource,
  Web3Strategy,
} from './clerk/factors.ts'
export type { Errors, FieldError, SignInValue, SignUpValue } from './clerk/hook-sources.ts'
export { clerkSource, signInSource, signUpSource } from './clerk/hook-sources.ts'
export type {
  AuthValue,
  OrganizationParams,
  OrganizationValue,
  PendingSessionOptions,
  SessionListValue,
  SessionValue,
  ShowWhen,
  UserValue,
} from './clerk/hook-values.ts'
export {
  isShown,
  toAuth,
  toOrganizationValue,
  toSessionList,
  toSessionValue,
  toUserValue,
} from './clerk/hook-values.ts'
export type {
  EmailAddressResource,
  EnterpriseAccountResource,
  ExternalAccountResource,
  PasskeyResource,
  PhoneNumberResource,
  Web3WalletResource,
} from './clerk/identifications.ts'
export type { RedirectOptions, RedirectUrls } from './clerk/navigation.ts'
export type { NotHere, PrebuiltUiMethods } from './clerk/not-here.ts'
export type { OrganizationMembershipResource, OrganizationResource } from './clerk/organization.ts'
export type {
  ListParam,
  OrganizationListParams,
  OrganizationLists,
  OrganizationListValue,
  OrganizationSuggestionResource,
  UserOrganizationInvitationResource,
} from './clerk/organization-list.ts'
export { organizationLists, toOrganizationList } from './clerk/organization-list.ts'
export type { PageParams, Pages, PagesSource, ReadPage } from './clerk/pages.ts'
export type {
  NeedsReverification,
  ReverificationAnswer,
  ReverificationHint,
  ReverificationLevel,
  ReverificationOptions,
} from './clerk/reverify.ts'
export { reverify } from './clerk/reverify.ts'
export type {
  CheckAuthorization,
  GetToken,
  GetTokenOptions,
  JwtPayload,
  SessionResource,
  SignedInSessionResource,
} from './clerk/session.ts'
export type { SetActive, SetActiveNavigate, SetActiveParams } from './clerk/set-active.ts'
export type { SignInResource, SignInStatus } from './clerk/sign-in.ts'
export type { SignInFutureResource } from './clerk/sign-in-future.ts'
export type { SignUpResource, SignUpStatus } from './clerk/sign-up.ts'
export type { SignUpFutureResource } from './clerk/sign-up-future.ts'
export type { SsoCallbackParams } from './clerk/sso-callback.ts'
export { handleSsoCallback } from './clerk/sso-callback.ts'
export type { TOTPResource, UserResource } from './clerk/user-resource.ts'
export type { Web3Port } from './clerk/web3.ts'
