// Types
export type { AuthenticateWithRedirectParams } from './actions/authenticate-with-redirect.ts'
export type { ReloadParams } from './actions/reload.ts'
export type { GetTokenParams } from './actions/session/get-token.ts'
export type { TouchParams } from './actions/session/session.ts'
export type { SetActiveParams } from './actions/set-active.ts'
export type {
  AttemptFirstFactorParams,
  AttemptSecondFactorParams,
  PrepareFirstFactorParams,
  PrepareSecondFactorParams,
  ResetPasswordParams,
  SignInCreateParams,
} from './actions/sign-in.ts'
export type { SignOutParams } from './actions/sign-out.ts'
export type {
  AttemptCodeParams,
  AttemptVerificationParams,
  AttemptWeb3WalletParams,
  PrepareEmailAddressParams,
  PreparePhoneNumberParams,
  PrepareVerificationParams,
  PrepareWeb3WalletParams,
  SignUpParams,
} from './actions/sign-up.ts'
export { createClientele } from './clientele.ts'
export type {
  ClienteleOptions,
  ClienteleStore,
  Module,
  Organization,
  Resources,
  Source,
} from './clientele-store.ts'
export type { ClienteleErrorCode } from './errors.ts'
export { ClienteleError, isClienteleError } from './errors.ts'
export type {
  BackupCodeFactor,
  EmailCodeFactor,
  EmailLinkFactor,
  EnterpriseFactor,
  FirstFactor,
  NewerFactor,
  OAuthFactor,
  PasskeyFactor,
  PasswordFactor,
  PhoneCodeFactor,
  ResetPasswordEmailCodeFactor,
  ResetPasswordPhoneCodeFactor,
  SecondFactor,
  TotpFactor,
  Web3Factor,
} from './factors.ts'
export type { FormField, SignInIdentifier, SignUpField } from './field-names.ts'
export type { Hooks } from './hooks.ts'
export type { Kernel } from './kernel.ts'
export type {
  Captcha,
  CaptchaChallenge,
  Clock,
  Fetch,
  Navigate,
  Random,
  StoragePort,
} from './ports.ts'
export type {
  EmailAddressRecord,
  EnterpriseAccountRecord,
  ErrorItem,
  ErrorRecord,
  ExternalAccountRecord,
  FactorRecord,
  IdentificationRecord,
  IdentityRecord,
  Json,
  LastAuthenticationStrategy,
  PasskeyRecord,
  PhoneNumberRecord,
  PublicUserData,
  SessionRecord,
  SessionStatus,
  SessionTask,
  SignInRecord,
  SignInStatus,
  SignUpRecord,
  SignUpStatus,
  UserPublicMetadata,
  UserRecord,
  UserUnsafeMetadata,
  VerificationRecord,
  VerificationStatus,
  Web3WalletRecord,
} from './records.ts'
export type { Classification, Endpoint, Facts, Verdict } from './request/classify.ts'
export { classifications } from './request/classify.ts'
export type {
  AttemptSlice,
  AttemptsSlice,
  CacheSlice,
  ClientSlice,
  ConnectionSlice,
  SessionsSlice,
  State,
  Status,
  UsersSlice,
} from './state.ts'
export type { Cause, ReadonlyStore, SelectOptions, Transition } from './store.ts'
export type {
  FirstFactorStrategy,
  Newer,
  OAuthProvider,
  OAuthStrategy,
  PhoneCodeChannel,
  RedirectStrategy,
  ResetPasswordStrategy,
  SecondFactorStrategy,
  SignInStrategy,
  SignUpStrategy,
  VerificationStrategy,
  Web3Strategy,
} from './strategies.ts'
export type { Client, ClientMethods } from './view/client-view.ts'
export type { Identification } from './view/identification-view.ts'
export type { Identity, ShowWhen } from './view/identity.ts'
export { isShown, toSignedIn } from './view/identity.ts'
export type { Pending, SignInNext, SignUpNext } from './view/next.ts'
export type {
  PendingOptions,
  Session,
  SessionMethods,
  SignedInSession,
  Token,
} from './view/session-view.ts'
export type { SignIn, SignInMethods } from './view/sign-in-view.ts'
export type { SignUp, SignUpMethods, SignUpVerifications } from './view/sign-up-view.ts'
export type { Snapshot } from './view/snapshot.ts'
export type {
  EmailAddress,
  EnterpriseAccount,
  ExternalAccount,
  Passkey,
  PhoneNumber,
  User,
  Web3Wallet,
} from './view/user-view.ts'
export type { Verification } from './view/verification-view.ts'
