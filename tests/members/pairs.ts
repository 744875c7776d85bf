import type * as react from '@clerk/react'
import type * as errors from '@clerk/shared/error'
import type * as theirs from '@clerk/shared/types'
import type * as ours from '@clientele/core/clerk'

type User = ours.UserResource
type Item<List extends readonly unknown[]> = List[number]

/** What is compared member by member: a type of Clerk's, and ours that stands for it. */
export interface Types {
  Clerk: [react.HeadlessBrowserClerk, ours.Clerk]
  ClientResource: [theirs.ClientResource, ours.ClientResource]
  SessionResource: [theirs.SessionResource, ours.SessionResource]
  UserResource: [theirs.UserResource, User]
  SignInResource: [theirs.SignInResource, ours.SignInResource]
  SignInFutureResource: [theirs.SignInFutureResource, ours.SignInFutureResource]
  SignUpResource: [theirs.SignUpResource, ours.SignUpResource]
  SignUpFutureResource: [theirs.SignUpFutureResource, ours.SignUpFutureResource]
  VerificationResource: [theirs.VerificationResource, ours.VerificationResource]
  SignUpVerificationsResource: [
    theirs.SignUpVerificationsResource,
    ours.SignUpResource['verifications'],
  ]
  SignUpVerificationResource: [
    theirs.SignUpVerificationResource,
    ours.SignUpResource['verifications']['emailAddress'],
  ]
  SignUpFutureVerifications: [
    theirs.SignUpFutureVerifications,
    ours.SignUpFutureResource['verifications'],
  ]
  SessionVerificationResource: [
    theirs.SessionVerificationResource,
    Awaited<ReturnType<ours.SessionResource['startVerification']>>,
  ]
  SessionWithActivitiesResource: [
    theirs.SessionWithActivitiesResource,
    Item<Awaited<ReturnType<User['getSessions']>>>,
  ]
  EmailAddressResource: [theirs.EmailAddressResource, ours.EmailAddressResource]
  PhoneNumberResource: [theirs.PhoneNumberResource, ours.PhoneNumberResource]
  ExternalAccountResource: [theirs.ExternalAccountResource, ours.ExternalAccountResource]
  EnterpriseAccountResource: [theirs.EnterpriseAccountResource, ours.EnterpriseAccountResource]
  Web3WalletResource: [theirs.Web3WalletResource, ours.Web3WalletResource]
  PasskeyResource: [theirs.PasskeyResource, ours.PasskeyResource]
  TOTPResource: [theirs.TOTPResource, ours.TOTPResource]
  BackupCodeResource: [theirs.BackupCodeResource, Awaited<ReturnType<User['createBackupCode']>>]
  ImageResource: [theirs.ImageResource, Awaited<ReturnType<User['setProfileImage']>>]
  OrganizationResource: [theirs.OrganizationResource, ours.OrganizationResource]
  OrganizationMembershipResource: [
    theirs.OrganizationMembershipResource,
    ours.OrganizationMembershipResource,
  ]
  UserOrganizationInvitationResource: [
    theirs.UserOrganizationInvitationResource,
    ours.UserOrganizationInvitationResource,
  ]
  OrganizationSuggestionResource: [
    theirs.OrganizationSuggestionResource,
    ours.OrganizationSuggestionResource,
  ]
  ClerkError: [errors.ClerkError, ours.ClerkError]
  ClerkAPIError: [errors.ClerkAPIError, ours.ClerkAPIError]
  ClerkAPIResponseError: [errors.ClerkAPIResponseError, ours.ClerkAPIResponseError]
}

/** What stands for each other where a member has it, without a table of its own. */
export interface StandIns {
  clerk: [theirs.Clerk, ours.Clerk]
  session: [theirs.SessionResource, ours.SignedInSessionResource]
  active: [theirs.ActiveSessionResource, ours.SignedInSessionResource]
  pending: [theirs.PendingSessionResource, ours.SignedInSessionResource]
}

/** What is compared export by export: a module of Clerk's, and ours that code imports instead. */
export interface Modules {
  '@clerk/react': [typeof import('@clerk/react'), typeof import('@clientele/react/clerk')]
  '@clerk/react/legacy': [
    typeof import('@clerk/react/legacy'),
    typeof import('@clientele/react/clerk-legacy'),
  ]
  '@clerk/react/errors': [
    typeof import('@clerk/react/errors'),
    typeof import('@clientele/react/clerk'),
  ]
  '@clerk/vue': [typeof import('@clerk/vue'), typeof import('@clientele/vue/clerk')]
}
