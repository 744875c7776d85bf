import { bindActions } from '../actions/attempt-action.ts'
import { signInActions } from '../actions/sign-in.ts'
import type { Clientele, Source } from '../clientele.ts'
import type { Next } from '../view/next.ts'
import type { SignIn, SignInMethods } from '../view/sign-in-view.ts'
import {
  type AttemptProgress,
  callMethod,
  createFormSource,
  oncePerClientele,
  requireClient,
} from './form-source.ts'

/**
 * The methods of a sign-in, and `reset`: the same functions whichever sign-in is in progress when
 * they are called.
 */
export interface SignInActions extends SignInMethods {
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
  readonly next: Next | undefined
}

const createActions = (clientele: Clientele): SignInActions => ({
  // Asynchronous, so that a client that is not known yet is a rejection as every other failure is.
  ...bindActions<SignInMethods>(signInActions, async (name, _, params) => {
    const methods: Readonly<Record<string, unknown>> = { ...requireClient(clientele).signIn }
    return callMethod(methods[name], params)
  }),
  reset: () => requireClient(clientele).resetSignIn(),
})

/**
 * The sign-in in progress, what went wrong with its last action, and its actions, as one source for
 * a form: the same source for the same store. Each action acts on whichever sign-in is in progress
 * when it is called, and rejects as the method of the sign-in does (TypeError while the client is
 * not known); the same failure is then in `errors`.
 *
 * @example
 * const form = signInForm(clientele)
 * form.subscribe(() => {
 *   const { next, errors, fetchStatus } = form.get()
 *   show(next, errors.fields.identifier, fetchStatus)
 * })
 * form.get().create({ identifier })
 */
export const signInForm: (clientele: Clientele) => Source<SignInForm> =
  /* @__PURE__ */ oncePerClientele(clientele => {
    const actions = createActions(clientele)
    return createFormSource(clientele, {
      view: client => client.signIn,
      slice: state => state.attempts.signIn,
      make: (signIn, progress): SignInForm =>
        Object.freeze({ ...actions, ...progress, signIn, next: signIn?.next }),
    })
  })
