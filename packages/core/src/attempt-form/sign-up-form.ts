import { bindActions } from '../actions/attempt-action.ts'
import { signUpActions } from '../actions/sign-up.ts'
import type { ClienteleStore, Source } from '../clientele.ts'
import type { FormField } from '../field-names.ts'
import type { SignUpNext } from '../view/next.ts'
import type { SignUp, SignUpMethods } from '../view/sign-up-view.ts'
import {
  type ActionResult,
  type AttemptProgress,
  createFormSource,
  type FormActions,
  type FormContext,
  oncePerClientele,
  requireClient,
} from './form-source.ts'
import { type FormValues, readValues, textOf } from './values.ts'

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
  /**
   * Sends what `fields` asks for, the code of a verification or what the account is made of, with
   * what else is among the values and not empty. TypeError when there is nothing to send.
   */
  readonly submit: (values: FormValues) => Promise<SignUpResult>
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
  /** What is to be typed now; empty where nothing is. */
  readonly fields: readonly FormField[]
}

const none: readonly FormField[] = Object.freeze([])
const code: readonly FormField[] = Object.freeze(['code'])

const toFields = (next: SignUpNext | undefined): readonly FormField[] => {
  if (next?.kind === 'verify') return code
  return next && 'fields' in next ? next.fields : none
}

/** The action that sends what was typed, and what it takes. */
const toAction = ({ next }: SignUpForm, given: FormValues): readonly [string, object] => {
  const values = readValues(given)
  if (next?.kind === 'verify') {
    const strategy = next.pending?.strategy ?? next.strategies[0]
    return ['attemptVerification', { strategy, code: textOf(values.code) }]
  }
  if (!next || !('fields' in next))
    throw new TypeError(`There is nothing to submit: next is ${next?.kind}`)
  const filled = Object.entries(values).filter(([, value]) => value !== '')
  const { legalAccepted, ...params } = Object.fromEntries(filled)
  const accepted = legalAccepted === undefined ? {} : { legalAccepted: true }
  return [next.kind === 'fields' ? 'update' : 'create', { ...params, ...accepted }]
}

const createActions = (
  clientele: ClienteleStore,
  { act, get, forget }: FormContext<SignUpForm, never>,
): SignUpActions => {
  const run = async (name: string, params: unknown): Promise<SignUpResult> => {
    const error = await act(name, params)
    return { error, signUp: requireClient(clientele).signUp }
  }
  return {
    // as: the same names, each with the result of a form
    ...(bindActions<SignUpMethods>(signUpActions, (name, _, params) =>
      run(name, params),
    ) as unknown as FormActions<SignUpMethods, SignUpResult>),
    submit: async values => {
      requireClient(clientele)
      return run(...toAction(get(), values))
    },
    reset: () => {
      requireClient(clientele).resetSignUp()
      forget()
    },
  }
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
    createFormSource<SignUp, SignUpActions, SignUpForm>(clientele, {
      actions: context => createActions(clientele, context),
      view: client => client.signUp,
      slice: state => state.attempts.signUp,
      make: (signUp, progress, actions) => {
        const next = signUp?.next
        return Object.freeze({ ...actions, ...progress, signUp, next, fields: toFields(next) })
      },
    }),
  )
