import { resetAttempt } from '../actions/client.ts'
import { ClienteleError, toClienteleError } from '../errors.ts'
import { emailLink } from '../modules/email-link.ts'
import type { AttemptKind } from '../slices/attempts.ts'
import type { SignUpAbout } from './attempt-params.ts'
import { afterLoad, type Context, readQuery } from './context.ts'
import type { ClerkError } from './errors.ts'
import type { OAuthStrategy, VerificationResource } from './factors.ts'
import type { SetActiveNavigate } from './set-active.ts'
import type { SignInResource } from './sign-in.ts'
import type { SignUpResource } from './sign-up.ts'

/** How every method of the modern generation ends: it never rejects. */
export interface Result {
  error: ClerkError | null
}

/** Makes the session active that an attempt has made, then goes where `navigate` leads. */
export type Finalize = (params?: { navigate?: SetActiveNavigate | undefined }) => Promise<Result>

/** A provider, and the pages of this application that it leads back to. */
interface SsoParams extends SignUpAbout {
  strategy: OAuthStrategy | 'enterprise_sso'
  redirectUrl: string
  redirectCallbackUrl: string
}

/** Does something, and tells a failure instead of throwing it. */
const toResult = async (run: () => Promise<unknown>): Promise<Result> => {
  try {
    await run()
    return { error: null }
  } catch (thrown) {
    return { error: toClienteleError(thrown) }
  }
}

/** What an attempt shows in the modern generation, by the proof that a provider gives. */
export const showOutcome = (
  { id, status }: { readonly id?: string | undefined; readonly status: string | null },
  { status: proof, error }: VerificationResource,
) => {
  const sessionId = error?.code === 'identifier_already_signed_in' && error.meta?.sessionId
  return {
    isTransferable: proof === 'transferable',
    existingSession: sessionId ? { sessionId } : undefined,
    canBeDiscarded: id === undefined || status === 'complete',
  }
}

/**
 * What attempts of both kinds do in the modern generation.
 *
 * @param attempt the same one under the names of the previous generation.
 */
export const createFuture = (
  context: Context,
  kind: AttemptKind,
  attempt: SignInResource | SignUpResource,
) => {
  const { kernel, setActive } = context
  const run = (act: () => Promise<unknown>) => toResult(() => afterLoad(context, kind, act))
  const finalize: Finalize = ({ navigate } = {}) =>
    toResult(async () => {
      const session = attempt.createdSessionId
      if (session === null)
        throw new ClienteleError(
          'attempt_missing',
          'There is no session to make active: the attempt is not complete',
        )
      await setActive({ session, navigate })
    })
  const methods = {
    create: (params: Parameters<typeof attempt.create>[0]) => run(() => attempt.create(params)),
    sso: ({ redirectUrl, redirectCallbackUrl, ...params }: SsoParams) =>
      run(() =>
        attempt.authenticateWithRedirect({
          ...params,
          ...(kind === 'signUp' && { continueSignUp: true }),
          redirectUrl: redirectCallbackUrl,
          redirectUrlComplete: redirectUrl,
        }),
      ),
    ticket: (params?: SignUpAbout & { ticket: string }) =>
      run(() => {
        const ticket = params?.ticket ?? readQuery('__clerk_ticket') ?? undefined
        return attempt.create({ strategy: 'ticket', ...params, ticket })
      }),
    web3: (params: Parameters<typeof attempt.authenticateWithWeb3>[0]) =>
      run(() => attempt.authenticateWithWeb3(params)),
    finalize,
    reset: () => run(async () => resetAttempt(kernel, kind)),
  }
  const waitForLink = () => run(() => emailLink()(kernel).wait({ kind }))
  return { run, methods, waitForLink }
}
