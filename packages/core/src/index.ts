// Types
export type { AuthenticateWithRedirectParams } from './actions/authenticate-with-redirect.ts'
export type { ReloadParams } from './actions/reload.ts'
export type { GetTokenParams } from './actions/session/get-token.ts'
export type { TouchParams } from './actions/session/touch.ts'
export type { SetActiveParams } from './actions/set-active.ts'
export type { AttemptFirstFactorParams } from './actions/sign-in/attempt-first-factor.ts'
export type { AttemptSecondFactorParams } from './actions/sign-in/attempt-second-factor.ts'
export type { SignInCreateParams } from './actions/sign-in/create.ts'
export type { PrepareFirstFactorParams } from './actions/sign-in/prepare-first-factor.ts'
export type { PrepareSecondFactorParams } from './actions/sign-in/prepare-second-factor.ts'
export type { ResetPasswordParams } from './actions/sign-in/reset-password.ts'
export type { SignOutParams } from './actions/sign-out.ts'
export type { AttemptVerificationParams } from './actions/sign-up/attempt-verification.ts'
export type { SignUpParams } from './actions/sign-up/create.ts'
export type { PrepareVerificationParams } from './actions/sign-up/prepare-verification.ts'
export type {
  Clientele,
  ClienteleOptions,
  Module,
  Resources,
  SelectOptions,
  Source,
} from './clientele.ts'
export { createClientele } from './clientele.ts'
export type { ClienteleErrorCode } from './errors.ts'
export { ClienteleError, isClienteleError } from './errors.ts'
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
  ErrorItem,
  ErrorRecord,
  FactorRecord,
  Json,
  LastAuthenticationStrategy,
  PhoneNumberRecord,
  PublicUserData,
  SessionRecord,
  SessionStatus,
  SessionTask,
  SignInRecord,
  SignInStatus,
  SignUpRecord,
  SignUpStatus,
  UserRecord,
  VerificationRecord,
  VerificationStatus,
} from './records.ts'
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
export type { ReadonlyStore } from './store.ts'
export type { Client, ClientMethods } from './view/client-view.ts'
export type { Next, Pending } from './view/next.ts'
export type { Session, SessionMethods, SignedInSession, Token } from './view/session-view.ts'
export type { SignIn, SignInMethods } from './view/sign-in-view.ts'
export type { SignUp, SignUpMethods, SignUpVerifications } from './view/sign-up-view.ts'
export type { Snapshot } from './view/snapshot.ts'
export type { User } from './view/user-view.ts'
export type { Verification } from './view/verification-view.ts'
