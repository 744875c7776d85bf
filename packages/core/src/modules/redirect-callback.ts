import { readClient } from '../actions/read-client.ts'
import { withRecovery } from '../actions/recover.ts'
import { setActive } from '../actions/set-active.ts'
import { createSignIn } from '../actions/sign-in/create.ts'
import { createSignUp } from '../actions/sign-up/create.ts'
import type { Kernel } from '../kernel.ts'
import type { ErrorItem, SignInRecord, SignUpRecord, VerificationRecord } from '../records.ts'
import { isSignedIn, selectSession } from '../selectors/sessions.ts'
import type { State } from '../state.ts'

/** Where a person who comes back from a provider should go (section 5.6). */
export type RedirectOutcome =
  /** Signed in, and the session is active. */
  | { readonly kind: 'complete'; readonly sessionId: string }
  /** Signed in, with tasks still to do. */
  | { readonly kind: 'task'; readonly sessionId: string }
  /** The sign-in goes on: show what `client.signIn.next` says. */
  | {
      readonly kind:
        | 'first_factor'
        | 'second_factor'
        | 'new_password'
        | 'client_trust'
        | 'protect_check'
    }
  /** The sign-up goes on: show what `client.signUp.next` says. */
  | { readonly kind: 'continue_sign_up' }
  /** The provider, or the server, said no. */
  | { readonly kind: 'error'; readonly attempt: 'signIn' | 'signUp'; readonly error: ErrorItem }
  /** Nobody is known under that account, and `transferable: false` forbids to sign them up. */
  | { readonly kind: 'unknown_account' }
  /** Nothing came back: begin again. */
  | { readonly kind: 'sign_in' }

export interface RedirectCallbackParams {
  /** False: a sign-in of an unknown account does not become a sign-up. */
  readonly transferable?: boolean
}

const enter = async (kernel: Kernel, sessionId: string): Promise<RedirectOutcome> => {
  await setActive(kernel, { session: sessionId })
  const pending = selectSession(kernel.store.getState(), sessionId)?.status === 'pending'
  return { kind: pending ? 'task' : 'complete', sessionId }
}

type SignInStep =
  | 'first_factor'
  | 'second_factor'
  | 'new_password'
  | 'client_trust'
  | 'protect_check'

const steps: Readonly<Record<string, SignInStep>> = {
  needs_first_factor: 'first_factor',
  needs_second_factor: 'second_factor',
  needs_new_password: 'new_password',
  needs_client_trust: 'client_trust',
  needs_protect_check: 'protect_check',
}

const afterSignInTransfer = async (kernel: Kernel): Promise<RedirectOutcome> => {
  await createSignIn(kernel, { transfer: true })
  const { data } = kernel.store.getState().attempts.signIn
  if (data?.status === 'complete' && data.createdSessionId)
    return enter(kernel, data.createdSessionId)
  return { kind: steps[data?.status ?? ''] ?? 'sign_in' }
}

const afterSignUpTransfer = async (kernel: Kernel): Promise<RedirectOutcome> => {
  await createSignUp(kernel, { transfer: true })
  const { data } = kernel.store.getState().attempts.signUp
  if (data?.status === 'complete' && data.createdSessionId)
    return enter(kernel, data.createdSessionId)
  return { kind: data?.status === 'missing_requirements' ? 'continue_sign_up' : 'sign_in' }
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
  (status: string): Rule =>
  ({ signIn }) =>
    signIn?.status === status && steps[status] ? { kind: steps[status] } : undefined

const complete =
  (attempt: 'signIn' | 'signUp'): Rule =>
  ({ kernel, [attempt]: data }) =>
    data?.status === 'complete' && data.createdSessionId
      ? enter(kernel, data.createdSessionId)
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
  return onlyCompany ? undefined : step('needs_first_factor')(returned)
}

/** The account already has a session here; the sign-in is asked first. */
const alreadySignedIn: Rule = ({ kernel, state, first, external }) => {
  const id = [first?.error, external?.error]
    .map(error =>
      error?.code === 'identifier_already_signed_in' ? error.meta?.sessionId : undefined,
    )
    .find(session => session !== undefined && isSignedIn(selectSession(state, session)))
  return id === undefined ? undefined : enter(kernel, id)
}

const toSignUp: Rule = ({ kernel, first, transferable }) => {
  if (first?.status !== 'transferable') return undefined
  return transferable ? afterSignUpTransfer(kernel) : { kind: 'unknown_account' }
}

const toSignIn: Rule = ({ kernel, external }) =>
  external?.status === 'transferable' && external.error?.code === 'external_account_exists'
    ? afterSignInTransfer(kernel)
    : undefined

const continueSignUp: Rule = ({ signUp, external }) =>
  external?.status === 'verified' && signUp?.status === 'missing_requirements'
    ? { kind: 'continue_sign_up' }
    : undefined

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
    ? enter(kernel, id ?? '')
    : undefined
}

// The order of section 5.6: the first that applies decides.
const rules: readonly Rule[] = [
  complete('signIn'),
  step('needs_protect_check'),
  toSignIn,
  failed(({ code }) => code === 'user_locked'),
  firstFactor,
  step('needs_new_password'),
  toSignUp,
  complete('signUp'),
  step('needs_second_factor'),
  step('needs_client_trust'),
  alreadySignedIn,
  failed(() => true),
  continueSignUp,
  task,
  done,
]

const decide = async (
  kernel: Kernel,
  { transferable = true }: RedirectCallbackParams,
): Promise<RedirectOutcome> => {
  const state = kernel.store.getState()
  const signIn = state.attempts.signIn.data
  const signUp = state.attempts.signUp.data
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
 * const outcome = await clientele.use(redirectCallback).handle()
 */
export const redirectCallback = (kernel: Kernel): RedirectCallbackApi => ({
  handle: (params = {}) =>
    kernel.once('redirect-callback', async () => {
      await withRecovery(kernel, () => readClient(kernel))
      return decide(kernel, params)
    }),
})
