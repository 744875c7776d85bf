import { bindActions } from '../actions/attempt-action.ts'
import { signUpActions } from '../actions/sign-up.ts'
import type { ClienteleStore, Source } from '../clientele.ts'
import type { SignUpNext } from '../view/next.ts'
import type { SignUp, SignUpMethods } from '../view/sign-up-view.ts'
import {
  type Act,
  type ActionResult,
  type AttemptProgress,
  createFormSource,
  type FormActions,
  oncePerClientele,
  requireClient,
} from './form-source.ts'

/** What an action of a form for signing up resolves to. */
export interface SignUpResult extends ActionResult {
  /** The sign-up as it is afterwards. */
  readonly signUp: SignUp
}

/**
 * The methods of a sign-up, and `reset`: the same functions whichever sign-up is in progress when
 * they are called. They never reject, but for a misuse (TypeError).
 */
export interface SignUpActions extends FormActions<SignUpMethods, SignUpResult> {
  /** Forgets the sign-up in progress, here and at once. */
  readonly reset: () => void
}

/**
 * All that a form for signing up shows and does. The functions stay the same for the life of the
 * store.
 */
export interface SignUpForm extends SignUpActions, AttemptProgress {
  /** A blank one to begin with; `undefined` until the client is known. */
  readonly signUp: SignUp | undefined
  /** What the form should show now. */
  readonly next: SignUpNext | undefined
}

const createActions = (clientele: ClienteleStore, act: Act, forget: () => void): SignUpActions => ({
  // as: the same names, each with the result of a form
  ...(bindActions<SignUpMethods>(signUpActions, async (name, _, params) => {
    const error = await act(name, params)
    return { error, signUp: requireClient(clientele).signUp }
  }) as unknown as FormActions<SignUpMethods, SignUpResult>),
  reset: () => {
    requireClient(clientele).resetSignUp()
    forget()
  },
})

/**
 * The sign-up in progress, what went wrong with its last action, and its actions, as one source for
 * a form: the same source for the same store. Each action acts on whichever sign-up is in progress
 * when it is called, and resolves to `{ error, signUp }`; the same failure is then in `errors`. It
 * rejects for a misuse alone: a TypeError, also while the client is not known.
 *
 * @example
 * const form = signUpForm(clientele)
 * form.subscribe(() => {
 *   const { next, errors, fetchStatus } = form.get()
 *   show(next, errors.fields.emailAddress, fetchStatus)
 * })
 * const { error } = await form.get().create({ emailAddress, password })
 */
export const signUpForm: (clientele: ClienteleStore) => Source<SignUpForm> =
  /* @__PURE__ */ oncePerClientele(clientele =>
    createFormSource(clientele, {
      actions: (act, forget) => createActions(clientele, act, forget),
      view: client => client.signUp,
      slice: state => state.attempts.signUp,
      make: (signUp, progress, actions): SignUpForm =>
        Object.freeze({ ...actions, ...progress, signUp, next: signUp?.next }),
    }),
  )
