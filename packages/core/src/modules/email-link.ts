import { prepareAttempt, readAttempt } from '../actions/attempt.ts'
import { setActive } from '../actions/set-active.ts'
import { ClienteleError } from '../errors.ts'
import type { Kernel } from '../kernel.ts'
import type { VerificationStatus } from '../records.ts'
import { readOrRecover } from '../request/recovery.ts'
import { isUnfinished } from '../selectors/attempts.ts'
import { selectSession } from '../selectors/sessions.ts'
import { selectVerification } from '../selectors/verification.ts'
import { orAbort } from '../time/deadline.ts'
import { endless, waitForLink } from './wait-for-link.ts'
import { withoutOptions } from './without-options.ts'

/** Which attempt is waited for. */
export interface EmailLinkWaitParams {
  /** The attempt that the link belongs to. */
  readonly kind: 'signIn' | 'signUp'
  /** Ends the waiting; the link stays valid. */
  readonly signal?: AbortSignal | undefined
}

/** Which link is sent, and what is waited for. */
export interface EmailLinkParams extends EmailLinkWaitParams {
  /** Where the link leads after the Frontend API has seen it; an absolute URL. */
  readonly redirectUrl: string
  /** Sign-in only: which address, from `supportedFirstFactors`. */
  readonly emailAddressId?: string | undefined
}

/** The query of a page that a link led to, such as `URLSearchParams`. */
export interface LandingQuery {
  /** `null` for what is not there. */
  get(name: string): string | null
}

/** What a page that a link led to should do. */
export type EmailLinkLanding =
  | { readonly kind: 'complete'; readonly sessionId: string }
  /** Verified here, and steps are left: show what `next` says. */
  | { readonly kind: 'continue' }
  /** Verified for the browser that asked for the link; this one has nothing to do. */
  | { readonly kind: 'verified_elsewhere' }

/** What the module adds. */
export interface EmailLinkApi {
  /**
   * Sends a link and waits until it was opened, wherever that was; asks once a second while the
   * page is visible.
   *
   * @returns the final status: `verified`, `expired`, `failed` or `transferable`.
   * @throws ClienteleError as sending or asking failed; the signal's reason when it was aborted.
   */
  sendAndWait(params: EmailLinkParams): Promise<VerificationStatus>
  /**
   * Waits for a link that was sent before, as `sendAndWait` does: after a reload of the page.
   *
   * @throws ClienteleError `attempt_missing` or `attempt_replaced` when there is nothing (any more)
   * to wait for.
   */
  wait(params: EmailLinkWaitParams): Promise<VerificationStatus>
  /**
   * For the page at `redirectUrl`: finishes what the link did, from the query that the Frontend API
   * added. React Native before 0.80 cannot parse one: there, `{ get }` over what does.
   *
   * @throws ClienteleError `email_link_expired`, `email_link_client_mismatch` or
   * `email_link_failed`.
   */
  handleVerification(query: LandingQuery): Promise<EmailLinkLanding>
}

const select = (kernel: Kernel, { kind }: EmailLinkWaitParams) => {
  const { status } = kernel.store.getState().attempts.signIn.data ?? {}
  const second = status === 'needs_second_factor' || status === 'needs_client_trust'
  if (kind === 'signUp') return 'prepareVerification'
  return second ? 'prepareSecondFactor' : 'prepareFirstFactor'
}

const statusOf = (kernel: Kernel, action: string): VerificationStatus | null => {
  const state = kernel.store.getState()
  const { data } = action === 'prepareVerification' ? state.attempts.signUp : state.attempts.signIn
  // Complete attempts no longer say how each factor was proved.
  if (data?.status === 'complete') return 'verified'
  return selectVerification(state, action, 'email_link')?.status ?? null
}

/**
 * The attempt that is waited for, in progress or completed meanwhile in another tab.
 *
 * @throws ClienteleError `attempt_missing` when there is none, or it was reset; `attempt_replaced`
 * when there is a newer one.
 */
const requireAttempt = ({ store }: Kernel, kind: 'signIn' | 'signUp', id?: string): string => {
  const { data, discardedId } = store.getState().attempts[kind]
  const waited = id ?? data?.id
  if (waited === undefined || waited === discardedId)
    throw new ClienteleError('attempt_missing', `There is no ${kind} that waits for a link`)
  if (data && data.id !== waited)
    throw new ClienteleError('attempt_replaced', `This ${kind} was replaced by a newer one`)
  return waited
}

const wait = async (kernel: Kernel, params: EmailLinkWaitParams): Promise<VerificationStatus> => {
  const { kind, signal } = params
  const action = select(kernel, params)
  const id = requireAttempt(kernel, kind)
  const read = () => {
    requireAttempt(kernel, kind, id)
    return statusOf(kernel, action)
  }
  return waitForLink(kernel, signal, read, () => readAttempt(kernel, kind, id))
}

const sendAndWait = async (
  kernel: Kernel,
  params: EmailLinkParams,
): Promise<VerificationStatus> => {
  const { kind, redirectUrl, emailAddressId, signal = endless } = params
  const action = select(kernel, params)
  const link = { strategy: 'email_link', redirectUrl, emailAddressId }
  await orAbort(signal, prepareAttempt(kernel, kind, { action, params: link }))
  return wait(kernel, params)
}

const land = async (
  kernel: Kernel,
  status: string | null,
  sessionId: string | null,
): Promise<EmailLinkLanding> => {
  if (status === 'transferable') return { kind: 'verified_elsewhere' }
  if (status !== 'verified') {
    const known = status === 'expired' || status === 'client_mismatch' ? status : 'failed'
    throw new ClienteleError(`email_link_${known}`, `The link could not be used: ${known}`)
  }
  await readOrRecover(kernel)
  const state = kernel.store.getState()
  if (sessionId !== null && selectSession(state, sessionId)) {
    await setActive(kernel, { session: sessionId })
    return { kind: 'complete', sessionId }
  }
  return { kind: isUnfinished(state) ? 'continue' : 'verified_elsewhere' }
}

/**
 * Signing in and up with a link that is sent by e-mail.
 *
 * @example
 * const links = clientele.use(emailLink())
 * const status = await links.sendAndWait({ kind: 'signIn', emailAddressId, redirectUrl })
 */
export const emailLink: () => (kernel: Kernel) => EmailLinkApi = /* @__PURE__ */ withoutOptions(
  (kernel: Kernel): EmailLinkApi => ({
    sendAndWait: params => sendAndWait(kernel, params),
    wait: params => wait(kernel, params),
    // The same landing handled twice, by a component that mounts twice, is handled once.
    handleVerification: async query => {
      const status = query.get('__clerk_status')
      const id = query.get('__clerk_created_session')
      const landing = { scope: 'email-link', name: '', toText: () => `${status} ${id}` }
      return kernel.dedupe.join(landing, () => land(kernel, status, id))
    },
  }),
)
