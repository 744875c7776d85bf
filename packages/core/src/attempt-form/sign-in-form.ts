import { signInActions } from '../actions/sign-in.ts'
import type { ClienteleStore, Source } from '../clientele-store.ts'
import type { FirstFactor, SecondFactor } from '../factors.ts'
import type { FormField } from '../field-names.ts'
import type { SignInNext } from '../view/next.ts'
import type { SignIn, SignInMethods } from '../view/sign-in-view.ts'
import {
  type ActionResult,
  type AttemptProgress,
  type CommonActions,
  createFormSource,
  type FormActions,
  type FormContext,
  oncePerClientele,
  requireClient,
} from './form-source.ts'
import { type Choice, findFactor, isSent, pickFactor, type TypedFactor } from './typed-factor.ts'
import { asked, textOf, type Values } from './values.ts'

/** What an action of a form for signing in resolves to. */
export interface SignInResult extends ActionResult {
  /** The sign-in as it is afterwards. */
  readonly signIn: SignIn
}

/**
 * The methods of a sign-in, and those of a form: the same functions whichever sign-in is in
 * progress when they are called. They never reject, but for a misuse (TypeError).
 */
export interface SignInActions
  extends FormActions<SignInMethods, SignInResult>,
    CommonActions<SignInResult> {
  /**
   * Makes one of the factors that `next` lists the one to prove, and has its code sent if it has
   * one. TypeError for a factor that is not typed, or not listed.
   */
  readonly choose: (factor: FirstFactor | SecondFactor) => Promise<SignInResult>
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
  /**
   * Which factor is to be proven by what is typed now: the one that was chosen, or had its code
   * sent, or else the password or the authenticator app. `undefined` where there is none.
   */
  readonly factor: TypedFactor | undefined
  /** What is to be typed now; empty where nothing is. */
  readonly fields: readonly FormField[]
}

const toFields = (next: SignInNext | undefined, factor: TypedFactor | undefined) => {
  if (factor) return factor.strategy === 'password' ? asked.password : asked.code
  return next && 'fields' in next ? next.fields : asked.nothing
}

const toCall = (
  { next, factor }: SignInForm,
  values: Values,
): readonly [name: string, params: object] => {
  const password = textOf(values.password)
  if (next?.kind === 'new_password') return ['resetPassword', { password }]
  if (next?.kind === 'start')
    return ['create', { identifier: textOf(values.identifier), ...(password && { password }) }]
  if (!factor) throw new TypeError(`There is nothing to submit: next is ${next?.kind}`)
  const { strategy } = factor
  const proof = strategy === 'password' ? { password } : { code: textOf(values.code) }
  const isFirst = next?.kind === 'first_factor'
  return [isFirst ? 'attemptFirstFactor' : 'attemptSecondFactor', { strategy, ...proof }]
}

const toChoose =
  (
    clientele: ClienteleStore,
    { get, run, choose }: FormContext<SignInForm, SignInResult, Choice>,
  ): SignInActions['choose'] =>
  async given => {
    const { signIn } = requireClient(clientele)
    const { next } = signIn
    const factor = findFactor(next, given)
    if (!factor)
      throw new TypeError('choose() takes one of next.factors that is a password or a code')
    if (factor !== get().factor) choose({ kind: next.kind, factor })
    if (!isSent(factor)) return { error: null, signIn }
    return run(next.kind === 'first_factor' ? 'prepareFirstFactor' : 'prepareSecondFactor', factor)
  }

/**
 * The sign-in in progress, what went wrong with its last action, and its actions, as one source for
 * a form: the same source for the same store. Each action acts on whichever sign-in is in progress
 * when it is called, and resolves to `{ error, signIn }`; the same failure is then in `errors`. It
 * rejects for a misuse alone: a TypeError, also while the client is not known.
 *
 * @example
 * const form = signInForm(clientele)
 * form.subscribe(() => {
 *   const { fields, errors, fetchStatus } = form.get()
 *   show(fields, errors.fields, fetchStatus)
 * })
 * const { error } = await form.get().submit(new FormData(element))
 */
export const signInForm: (clientele: ClienteleStore) => Source<SignInForm> =
  /* @__PURE__ */ oncePerClientele(clientele =>
    createFormSource<SignIn, SignInActions, SignInForm, SignInResult, Choice>(clientele, {
      table: signInActions,
      view: client => client.signIn,
      slice: state => state.attempts.signIn,
      reset: client => client.resetSignIn(),
      toResult: (error, signIn) => ({ error, signIn }),
      toCall,
      more: context => ({ choose: toChoose(clientele, context) }),
      make: (signIn, progress, actions, chosen) => {
        const next = signIn?.next
        const factor = pickFactor(next, chosen)
        const fields = toFields(next, factor)
        return Object.freeze({ ...actions, ...progress, signIn, next, factor, fields })
      },
    }),
  )
