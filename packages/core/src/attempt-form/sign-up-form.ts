import { bindActions } from '../actions/attempt-action.ts'
import { signUpActions } from '../actions/sign-up.ts'
import type { Clientele, Source } from '../clientele.ts'
import type { Next } from '../view/next.ts'
import type { SignUp, SignUpMethods } from '../view/sign-up-view.ts'
import {
  type AttemptProgress,
  callMethod,
  createFormSource,
  oncePerClientele,
  requireClient,
} from './form-source.ts'

/**
 * The methods of a sign-up, and `reset`: the same functions whichever sign-up is in progress when
 * they are called.
 */
export interface SignUpActions extends SignUpMethods {
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
  readonly next: Next | undefined
}

const createActions = (clientele: Clientele): SignUpActions => ({
  // Asynchronous, so that a client that is not known yet is a rejection as every other failure is.
  ...bindActions<SignUpMethods>(signUpActions, async (name, _, params) => {
    const methods: Readonly<Record<string, unknown>> = { ...requireClient(clientele).signUp }
    return callMethod(methods[name], params)
  }),
  reset: () => requireClient(clientele).resetSignUp(),
})

/**
 * The sign-up in progress, what went wrong with its last action, and its actions, as one source for
 * a form: the same source for the same store. Each action acts on whichever sign-up is in progress
 * when it is called, and rejects as the method of the sign-up does (TypeError while the client is
 * not known); the same failure is then in `errors`.
 *
 * @example
 * const form = signUpForm(clientele)
 * form.subscribe(() => {
 *   const { next, errors, fetchStatus } = form.get()
 *   show(next, errors.fields.email_address, fetchStatus)
 * })
 * form.get().create({ emailAddress, password })
 */
export const signUpForm: (clientele: Clientele) => Source<SignUpForm> =
  /* @__PURE__ */ oncePerClientele(clientele => {
    const actions = createActions(clientele)
    return createFormSource(clientele, {
      view: client => client.signUp,
      slice: state => state.attempts.signUp,
      make: (signUp, progress): SignUpForm =>
        Object.freeze({ ...actions, ...progress, signUp, next: signUp?.next }),
    })
  })
