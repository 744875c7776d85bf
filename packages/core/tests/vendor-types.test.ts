import type {
  ClientResource,
  SessionResource,
  SignInResource,
  SignUpResource,
  UserResource,
} from '@clerk/shared/types'
import type { Client, Session, SignIn, SignUp, User } from '@clientele/core'
import { expectTypeOf, it } from 'vitest'

// Our views beside the vendor's types, member by member. A member that is not listed here is
// assignable; a new member of theirs, or a change of ours, turns a test red.

/** Members of `Theirs` that `Ours` does not have, or has with a type that does not fit. */
type Exceptions<Ours, Theirs> = {
  [Name in keyof Theirs]-?: Name extends keyof Ours
    ? Pick<Ours, Name> extends Pick<Theirs, Name>
      ? never
      : Name
    : Name
}[keyof Theirs]

/** Not documented for users of theirs. */
type Internal = 'pathRoot' | '__internal_toSnapshot'

it('Client', () => {
  /**
   * Hold or resolve to our Session, SignIn, SignUp and Client, which differ as listed below; lists
   * are frozen.
   */
  type Nested =
    | 'sessions'
    | 'signedInSessions'
    | 'signIn'
    | 'signUp'
    | 'create'
    | 'reload'
    | 'removeSessions'
  /** Open to what a newer server sends; theirs is a closed union. */
  type Open = 'lastAuthenticationStrategy'
  expectTypeOf<Exceptions<Client, ClientResource>>().toEqualTypeOf<
    Nested | Open | Internal | '__internal_sendCaptchaToken'
  >()
})

it('Session', () => {
  type Nested =
    | 'user'
    | 'publicUserData'
    | 'touch'
    | 'end'
    | 'remove'
    | 'reload'
    | 'lastActiveToken'
  type Open = 'status'
  /** Read-only lists, and `undefined` said where theirs says absent. */
  type Frozen = 'factorVerificationAge' | 'tasks' | 'currentTask' | 'agent'
  /** Step-up verification and authorization are not a part of the store. */
  type Absent =
    | 'checkAuthorization'
    | 'startVerification'
    | 'prepareFirstFactorVerification'
    | 'attemptFirstFactorVerification'
    | 'prepareSecondFactorVerification'
    | 'attemptSecondFactorVerification'
    | 'verifyWithPasskey'
  expectTypeOf<Exceptions<Session, SessionResource>>().toEqualTypeOf<
    Nested | Open | Frozen | Absent | Internal | '__internal_touch'
  >()
})

it('the members of SignIn that are here and do not fit', () => {
  type Shared = Exceptions<SignIn, Pick<SignInResource, keyof SignIn & keyof SignInResource>>
  type Open = 'status' | 'clientTrustState' | 'userData'
  type Frozen = 'supportedIdentifiers' | 'supportedFirstFactors' | 'supportedSecondFactors'
  type Nested =
    | 'firstFactorVerification'
    | 'secondFactorVerification'
    | 'create'
    | 'prepareFirstFactor'
    | 'attemptFirstFactor'
    | 'prepareSecondFactor'
    | 'attemptSecondFactor'
    | 'resetPassword'
    | 'reload'
    | 'authenticateWithRedirect'
  expectTypeOf<Shared>().toEqualTypeOf<Open | Frozen | Nested>()
})

it('the members of SignUp that are here and do not fit', () => {
  type Shared = Exceptions<SignUp, Pick<SignUpResource, keyof SignUp & keyof SignUpResource>>
  type Open = 'status' | 'unsafeMetadata'
  type Frozen = 'requiredFields' | 'optionalFields' | 'missingFields' | 'unverifiedFields'
  type Nested =
    | 'verifications'
    | 'create'
    | 'update'
    | 'prepareVerification'
    | 'attemptVerification'
    | 'prepareEmailAddressVerification'
    | 'attemptEmailAddressVerification'
    | 'preparePhoneNumberVerification'
    | 'attemptPhoneNumberVerification'
    | 'prepareWeb3WalletVerification'
    | 'attemptWeb3WalletVerification'
    | 'upsert'
    | 'authenticateWithRedirect'
    | 'reload'
  expectTypeOf<Shared>().toEqualTypeOf<Open | Frozen | Nested>()
})

it('the members of User that are here and do not fit', () => {
  type Shared = Exceptions<User, Pick<UserResource, keyof User & keyof UserResource>>
  /** Plain records where theirs are resources with methods. */
  type Records =
    | 'emailAddresses'
    | 'phoneNumbers'
    | 'externalAccounts'
    | 'passkeys'
    | 'web3Wallets'
    | 'enterpriseAccounts'
    | 'organizationMemberships'
    | 'primaryEmailAddress'
    | 'primaryPhoneNumber'
  /** Absent where the server does not say. */
  type Optional = 'primaryWeb3WalletId' | 'createOrganizationEnabled' | 'deleteSelfEnabled'
  expectTypeOf<Shared>().toEqualTypeOf<Records | Optional>()
})
