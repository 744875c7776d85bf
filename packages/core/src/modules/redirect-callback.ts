import { createAttempt } from '../actions/attempt.ts'
import { setActive } from '../actions/set-active.ts'
import type { Kernel } from '../kernel.ts'
import type { ErrorItem, SignInRecord, SignUpRecord, VerificationRecord } from '../records.ts'
import { readOrRecover } from '../request/recovery.ts'
import { isSignedIn, selectSession } from '../selectors/sessions.ts'
import type { State } from '../state.ts'
import { createCooldown, nextOfSignIn, nextOfSignUp } from '../view/next.ts'
import { withoutOptions } from './without-options.ts'

/** Where a person who comes back from a provider should go. */
export type RedirectOutcome =
  /** Signed in, and the session is active. */
  | { readonly kind: 'complete'; readonly sessionId: string }
  /** Signed in, with tasks still to do. */
  | { readonly kind: 'task'; readonly sessionId: string }
  /** The sign-in goes on: show what `client.signIn.next` says. */
  | {
      readonly kind: SignInStep
    }
  /** The sign-up goes on: show what `client.signUp.next` says. */
  | { readonly kind: 'continue_sign_up' }
  /** A status of a newer server, as it came: go on with what that server documents. */
  | {
      readonly kind: 'unsupported'
      readonly attempt: 'signIn' | 'signUp'
      readonly status: string
    }
  /** The provider, or the server, said no. */
  | { readonly kind: 'error'; readonly attempt: 'signIn' | 'signUp'; readonly error: ErrorItem }
  /** Nobody is known under that account, and `transferable: false` forbids to sign them up. */
  | { readonly kind: 'unknown_account' }
  /** Nothing came back: begin again. */
  | { readonly kind: 'sign_in' }

/** How coming back from a provider is handled. */
export interface RedirectCallbackParams {
  /** False: a sign-in of an unknown account does not become a sign-up. */
  readonly transferable?: boolean | undefined
}

type SignInStep = 'first_factor' | 'second_factor' | 'new_password' | 'client_trust'

const activate = async (kernel: Kernel, sessionId: string): Promise<RedirectOutcome> => {
  await setActive(kernel, { session: sessionId })
  const pending = selectSession(kernel.store.getState(), sessionId)?.status === 'pending'
  return { kind: pending ? 'task' : 'complete', sessionId }
}

/** What a sign-in waits for, if that is a step to show. */
const stepOf = (kernel: Kernel, signIn: SignInRecord | null): RedirectOutcome | undefined => {
  const next = nextOfSignIn(signIn, createCooldown(kernel.time, null))
  switch (next.kind) {
    case 'first_factor':
    case 'second_factor':
    case 'new_password':
    case 'client_trust':
      return { kind: next.kind }
    case 'unsupported':
      return { kind: 'unsupported', attempt: 'signIn', status: next.status }
    default:
      return undefined
  }
}

const signUpStepOf = (kernel: Kernel, signUp: SignUpRecord | null): RedirectOutcome | undefined => {
  const next = nextOfSignUp(signUp, createCooldown(kernel.time, null))
  if (signUp?.status === 'missing_requirements') return { kind: 'continue_sign_up' }
  return next.kind === 'unsupported'
    ? { kind: 'unsupported', attempt: 'signUp', status: next.status }
    : undefined
}

const transferTo = async (kernel: Kernel, kind: 'signIn' | 'signUp'): Promise<RedirectOutcome> => {
  await createAttempt(kernel, kind, { transfer: true })
  const { signIn, signUp } = kernel.store.getState().attempts
  const data = kind === 'signIn' ? signIn.data : signUp.data
  if (data?.status === 'complete' && data.createdSessionId)
    return activate(kernel, data.createdSessionId)
  const step = kind === 'signIn' ? stepOf(kernel, signIn.data) : signUpStepOf(kernel, signUp.data)
  return step ?? { kind: 'sign_in' }
}

/** What came back, as the rules look at it. */
interface Returned {
  readonly kernel: Kernel
  readonly state: State
  readonly signIn: SignInRecord | null
  readonly signUp: SignUpRecord | null
  readonly first: VerificationRecord | null | undefined
  readonly external: VerificationRecord | null | undefined
  readonly transferable: boolean
}

/** One line of the table: an outcome, or nothing when it does not apply. */
type Rule = (returned: Returned) => RedirectOutcome | Promise<RedirectOutcome> | undefined

const step =
  (kind: SignInStep | 'unsupported'): Rule =>
  ({ kernel, signIn }) => {
    const outcome = stepOf(kernel, signIn)
    return outcome?.kind === kind ? outcome : undefined
  }

const complete =
  (attempt: 'signIn' | 'signUp'): Rule =>
  ({ kernel, [attempt]: data }) =>
    data?.status === 'complete' && data.createdSessionId
      ? activate(kernel, data.createdSessionId)
      : undefined

const failed =
  (applies: (error: ErrorItem) => boolean): Rule =>
  ({ first, external }) => {
    if (external?.error && applies(external.error))
      return { kind: 'error', attempt: 'signUp', error: external.error }
    return first?.error && applies(first.error)
      ? { kind: 'error', attempt: 'signIn', error: first.error }
      : undefined
  }

/**
 * A sign-in that waits for its first factor only because a company's provider would be it has
 * nothing to show.
 */
const firstFactor: Rule = returned => {
  const factors = returned.signIn?.supportedFirstFactors ?? []
  const onlyCompany =
    factors.length > 0 && factors.every(({ strategy }) => strategy === 'enterprise_sso')
  return onlyCompany ? undefined : step('first_factor')(returned)
}

/** The account already has a session here; the sign-in is asked first. */
const alreadySignedIn: Rule = ({ kernel, state, first, external }) => {
  const id = [first?.error, external?.error]
    .map(error =>
      error?.code === 'identifier_already_signed_in' ? error.meta?.sessionId : undefined,
    )
    .find(session => session !== undefined && isSignedIn(selectSession(state, session)))
  return id === undefined ? undefined : activate(kernel, id)
}

const toSignUp: Rule = ({ kernel, first, transferable }) => {
  if (first?.status !== 'transferable') return undefined
  return transferable ? transferTo(kernel, 'signUp') : { kind: 'unknown_account' }
}

const toSignIn: Rule = ({ kernel, external }) =>
  external?.status === 'transferable' && external.error?.code === 'external_account_exists'
    ? transferTo(kernel, 'signIn')
    : undefined

const continueSignUp: Rule = ({ kernel, signUp, external }) =>
  external?.status === 'verified' ? signUpStepOf(kernel, signUp) : undefined

const task: Rule = ({ state }) => {
  const { activeId } = state.sessions
  const pending = activeId !== null && selectSession(state, activeId)?.status === 'pending'
  return pending ? { kind: 'task', sessionId: activeId } : undefined
}

/**
 * The attempt is over and the server keeps it no more: what it made is the session that was used
 * last.
 */
const done: Rule = ({ kernel, state, signIn, signUp }) => {
  const id = state.client.lastActiveSessionId
  return !signIn && !signUp && isSignedIn(selectSession(state, id ?? ''))
    ? activate(kernel, id ?? '')
    : undefined
}

// The first that applies decides, in the order in which Clerk's SDK looks.
const rules: readonly Rule[] = [
  complete('signIn'),
  step('unsupported'),
  toSignIn,
  failed(({ code }) => code === 'user_locked'),
  firstFactor,
  step('new_password'),
  toSignUp,
  complete('signUp'),
  step('second_factor'),
  step('client_trust'),
  alreadySignedIn,
  failed(() => true),
  continueSignUp,
  task,
  done,
]

const isExternal = ({ strategy }: Pick<VerificationRecord, 'strategy'>): boolean =>
  /^(oauth_|enterprise_sso$|saml$)/.test(strategy ?? '')

/**
 * The attempts that a provider was visited for. Those whose session has ended, and those of before
 * that have nothing to do with a provider, are none of this callback's.
 */
const selectReturned = ({ attempts }: Kernel, state: State) => {
  const signIn = state.attempts.signIn.data
  const signUp = state.attempts.signUp.data
  const first = signIn?.firstFactorVerification
  const external = signUp?.verifications?.externalAccount
  const isFromProvider = {
    signIn: !!first && isExternal(first),
    signUp: !!external && isExternal(external),
  }
  const isKnown =
    isFromProvider.signIn ||
    isFromProvider.signUp ||
    attempts.signIn.leftFor !== undefined ||
    attempts.signUp.leftFor !== undefined
  const isLive = (data: SignInRecord | SignUpRecord) =>
    data.status !== 'complete' || isSignedIn(selectSession(state, data.createdSessionId ?? ''))
  const counts = (kind: 'signIn' | 'signUp', data: SignInRecord | SignUpRecord | null) =>
    data !== null &&
    isLive(data) &&
    (!isKnown || isFromProvider[kind] || data.id === attempts[kind].leftFor)
  return {
    signIn: counts('signIn', signIn) ? signIn : null,
    signUp: counts('signUp', signUp) ? signUp : null,
  }
}

const decide = async (
  kernel: Kernel,
  { transferable = true }: RedirectCallbackParams,
): Promise<RedirectOutcome> => {
  const state = kernel.store.getState()
  const { signIn, signUp } = selectReturned(kernel, state)
  const first = signIn?.firstFactorVerification
  const external = signUp?.verifications?.externalAccount
  for (const rule of rules) {
    const outcome = rule({ kernel, state, signIn, signUp, first, external, transferable })
    if (outcome) return outcome
  }
  return { kind: 'sign_in' }
}

/** What comes back from a provider. */
export interface RedirectCallbackApi {
  /**
   * For the page at `redirectUrl`: reads the client, hands the attempt over when the account asks
   * for it, makes the new session active, and says where to go. Called twice at a time, it acts
   * once.
   */
  handle(params?: RedirectCallbackParams): Promise<RedirectOutcome>
}

/**
 * The page that a provider leads back to.
 *
 * @example
 * const outcome = await clientele.use(redirectCallback()).handle()
 */
export const redirectCallback: () => (kernel: Kernel) => RedirectCallbackApi =
  /* @__PURE__ */ withoutOptions(
    (kernel: Kernel): RedirectCallbackApi => ({
      handle: (params = {}) =>
        kernel.dedupe.once('redirect-callback', async () => {
          await readOrRecover(kernel)
          return decide(kernel, params)
        }),
    }),
  )
