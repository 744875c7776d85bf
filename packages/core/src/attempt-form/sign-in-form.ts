import { bindActions } from '../actions/attempt-action.ts'
import { signInActions } from '../actions/sign-in.ts'
import type { ClienteleStore, Source } from '../clientele.ts'
import type { SignInNext } from '../view/next.ts'
import type { SignIn, SignInMethods } from '../view/sign-in-view.ts'
import {
  type Act,
  type ActionResult,
  type AttemptProgress,
  createFormSource,
  type FormActions,
  oncePerClientele,
  requireClient,
} from './form-source.ts'

/** What an action of a form for signing in resolves to. */
export interface SignInResult extends ActionResult {
  /** The sign-in as it is afterwards. */
  readonly signIn: SignIn
}

/**
 * The methods of a sign-in, and `reset`: the same functions whichever sign-in is in progress when
 * they are called. They never reject, but for a misuse (TypeError).
 */
export interface SignInActions extends FormActions<SignInMethods, SignInResult> {
  /** Forgets the sign-in in progress, here and at once. */
  readonly reset: () => void
}

/**
 * All that a form for signing in shows and does. The functions stay the same for the life of the
 * store.
 */
export interface SignInForm extends SignInActions, AttemptProgress {
  /** A blank one to begin with; `undefined` until the client is known. */
  readonly signIn: SignIn | undefined
  /** What the form should show now. */
  readonly next: SignInNext | undefined
}

const createActions = (clientele: ClienteleStore, act: Act, forget: () => void): SignInActions => ({
  // as: the same names, each with the result of a form
  ...(bindActions<SignInMethods>(signInActions, async (name, _, params) => {
    const error = await act(name, params)
    return { error, signIn: requireClient(clientele).signIn }
  }) as unknown as FormActions<SignInMethods, SignInResult>),
  reset: () => {
    requireClient(clientele).resetSignIn()
    forget()
  },
})

/**
 * The sign-in in progress, what went wrong with its last action, and its actions, as one source for
 * a form: the same source for the same store. Each action acts on whichever sign-in is in progress
 * when it is called, and resolves to `{ error, signIn }`; the same failure is then in `errors`. It
 * rejects for a misuse alone: a TypeError, also while the client is not known.
 *
 * @example
 * const form = signInForm(clientele)
 * form.subscribe(() => {
 *   const { next, errors, fetchStatus } = form.get()
 *   show(next, errors.fields.identifier, fetchStatus)
 * })
 * const { error } = await form.get().create({ identifier })
 */
export const signInForm: (clientele: ClienteleStore) => Source<SignInForm> =
  /* @__PURE__ */ oncePerClientele(clientele =>
    createFormSource(clientele, {
      actions: (act, forget) => createActions(clientele, act, forget),
      view: client => client.signIn,
      slice: state => state.attempts.signIn,
      make: (signIn, progress, actions): SignInForm =>
        Object.freeze({ ...actions, ...progress, signIn, next: signIn?.next }),
    }),
  )
