import { signUpActions } from '../actions/sign-up.ts'
import type { ClienteleStore, Source } from '../clientele-store.ts'
import type { FormField } from '../field-names.ts'
import type { SignUpNext } from '../view/next.ts'
import type { SignUp, SignUpMethods } from '../view/sign-up-view.ts'
import {
  type ActionResult,
  type AttemptProgress,
  type CommonActions,
  createFormSource,
  type FormActions,
  oncePerClientele,
} from './form-source.ts'
import { asked, textOf, type Values } from './values.ts'

/** What an action of a form for signing up resolves to. */
export interface SignUpResult extends ActionResult {
  /** The sign-up as it is afterwards. */
  readonly signUp: SignUp
}

/**
 * The methods of a sign-up, and those of a form: the same functions whichever sign-up is in
 * progress when they are called. They never reject, but for a misuse (TypeError). `submit` sends
 * also what `fields` does not ask for, but nothing that is empty.
 */
export interface SignUpActions
  extends FormActions<SignUpMethods, SignUpResult>,
    CommonActions<SignUpResult> {}

/**
 * All that a form for signing up shows and does. The functions stay the same for the life of the
 * store.
 */
export interface SignUpForm extends SignUpActions, AttemptProgress {
  /** A blank one to begin with; `undefined` until the client is known. */
  readonly signUp: SignUp | undefined
  /** What the form should show now. */
  readonly next: SignUpNext | undefined
  /** What is to be typed now; empty where nothing is. */
  readonly fields: readonly FormField[]
}

const toFields = (next: SignUpNext | undefined): readonly FormField[] => {
  if (next?.kind === 'verify') return asked.code
  return next && 'fields' in next ? next.fields : asked.nothing
}

const toCall = ({ next }: SignUpForm, values: Values): readonly [name: string, params: object] => {
  if (next?.kind === 'verify') {
    const strategy = next.pending?.strategy ?? next.strategies[0]
    return ['attemptVerification', { strategy, code: textOf(values.code) }]
  }
  if (!next || !('fields' in next))
    throw new TypeError(`There is nothing to submit: next is ${next?.kind}`)
  const filled = Object.entries(values).flatMap(([name, value]) => {
    // A box of HTML that is ticked is `on`, and one that is not has no value.
    const isTicked = value === true || (name === 'legalAccepted' && value)
    return isTicked ? [[name, true]] : textOf(value) ? [[name, value]] : []
  })
  return [next.kind === 'fields' ? 'update' : 'create', Object.fromEntries(filled)]
}

/**
 * The sign-up in progress, what went wrong with its last action, and its actions, as one source for
 * a form: the same source for the same store. Each action acts on whichever sign-up is in progress
 * when it is called, and resolves to `{ error, signUp }`; the same failure is then in `errors`. It
 * rejects for a misuse alone: a TypeError, also while the client is not known.
 *
 * @example
 * const form = signUpForm(clientele)
 * form.subscribe(() => {
 *   const { fields, errors, fetchStatus } = form.get()
 *   show(fields, errors.fields, fetchStatus)
 * })
 * const { error } = await form.get().submit(new FormData(element))
 */
export const signUpForm: (clientele: ClienteleStore) => Source<SignUpForm> =
  /* @__PURE__ */ oncePerClientele(clientele =>
    createFormSource<SignUp, SignUpActions, SignUpForm, SignUpResult>(clientele, {
      table: signUpActions,
      view: client => client.signUp,
      slice: state => state.attempts.signUp,
      reset: client => client.resetSignUp(),
      toResult: (error, signUp) => ({ error, signUp }),
      toCall,
      more: () => ({}),
      make: (signUp, progress, actions) => {
        const next = signUp?.next
        return Object.freeze({ ...actions, ...progress, signUp, next, fields: toFields(next) })
      },
    }),
  )
