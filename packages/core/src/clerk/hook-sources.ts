import type { Source } from '../clientele-store.ts'
import { toFieldName } from '../field-names.ts'
import type { ErrorRecord } from '../records.ts'
import type { AttemptSlice } from '../state.ts'
import { memo } from '../view/memo.ts'
import { once } from '../view/once.ts'
import type { Clerk, ClerkSnapshot } from './clerk.ts'
import type { ClerkAPIError } from './errors.ts'
import { internalsOf } from './internals.ts'
import { createSignInFuture, type SignInFutureResource } from './sign-in-future.ts'
import { createSignUpFuture, type SignUpFutureResource } from './sign-up-future.ts'

/** The first refusal of a field. */
export interface FieldError {
  /** The API's: `form_password_incorrect`. */
  code: string
  /** For developers, in English. */
  message: string
  /** For users, in English. */
  longMessage?: string
}

/** What went wrong with the last action of an attempt, by field. */
export interface Errors<Field extends string> {
  /** `null` for a field that nothing is wrong with. */
  fields: Record<Field, FieldError | null>
  /** All of it, as the server told it; `null` when nothing went wrong. */
  raw: ClerkAPIError[] | null
  /** What is about none of the fields. */
  global: ClerkAPIError[] | null
}

/** What the modern `useSignIn` gives. */
export interface SignInValue {
  /** Usable at once: its methods wait for the client. */
  signIn: SignInFutureResource
  /** Of the last action; everything is `null` after one that succeeded. */
  errors: Errors<'identifier' | 'password' | 'code'>
  /** `fetching` while an action of the attempt is in progress. */
  fetchStatus: 'idle' | 'fetching'
}

/** What the modern `useSignUp` gives. */
export interface SignUpValue {
  /** Usable at once: its methods wait for the client. */
  signUp: SignUpFutureResource
  /** Of the last action; everything is `null` after one that succeeded. */
  errors: Errors<
    | 'firstName'
    | 'lastName'
    | 'emailAddress'
    | 'phoneNumber'
    | 'password'
    | 'username'
    | 'code'
    | 'captcha'
    | 'legalAccepted'
  >
  /** `fetching` while an action of the attempt is in progress. */
  fetchStatus: 'idle' | 'fetching'
}

const toErrors = <Field extends string>(
  names: readonly Field[],
  error: ErrorRecord | null,
): Errors<Field> => {
  // as: each of the names is put there
  const fields = Object.fromEntries(names.map(name => [name, null])) as Errors<Field>['fields']
  const isField = (name: string): name is Field => name in fields
  const items: readonly ClerkAPIError[] = error?.errors.length ? error.errors : error ? [error] : []
  const global = items.filter(item => {
    const name = toFieldName(item.meta?.paramName ?? '')
    if (isField(name)) fields[name] ??= item
    return !isField(name)
  })
  const orNull = (list: readonly ClerkAPIError[]) => (list.length > 0 ? [...list] : null)
  return { fields, raw: orNull(items), global: orNull(global) }
}

const signInFields = ['identifier', 'password', 'code'] as const
const signUpFields = [
  'firstName',
  'lastName',
  'emailAddress',
  'phoneNumber',
  'password',
  'username',
  'code',
  'captcha',
  'legalAccepted',
] as const

/** An attempt as one source; another value for each change of what it shows. */
const attemptSource = <Value>(
  { clientele }: Clerk,
  kind: 'signIn' | 'signUp',
  make: (slice: AttemptSlice<unknown>) => Value,
): Source<Value> => {
  const { store } = clientele
  const value = memo(make)
  const initial = value(store.getInitialState().attempts[kind])
  return {
    get: () => value(store.getState().attempts[kind]),
    getInitial: () => initial,
    subscribe: listener =>
      store.subscribe(
        ({ attempts }) => attempts[kind],
        () => listener(),
      ),
  }
}

// Here, so that a program without hooks of the modern generation is free of it.
const signInFutureOf = /* @__PURE__ */ once((clerk: Clerk) => {
  const { context, signIn } = internalsOf(clerk)
  return createSignInFuture(context, signIn)
})

const signUpFutureOf = /* @__PURE__ */ once((clerk: Clerk) => {
  const { context, signUp } = internalsOf(clerk)
  return createSignUpFuture(context, signUp)
})

/** The sign-in in progress for a hook of the modern generation. */
export const signInSource = (clerk: Clerk): Source<SignInValue> => {
  const signIn = signInFutureOf(clerk)
  return attemptSource(clerk, 'signIn', ({ error, fetchStatus }) => {
    return { signIn, errors: toErrors(signInFields, error), fetchStatus }
  })
}

/** The sign-up in progress for a hook of the modern generation. */
export const signUpSource = (clerk: Clerk): Source<SignUpValue> => {
  const signUp = signUpFutureOf(clerk)
  return attemptSource(clerk, 'signUp', ({ error, fetchStatus }) => {
    return { signUp, errors: toErrors(signUpFields, error), fetchStatus }
  })
}

/** Who is here, as one source for all other hooks. */
export const clerkSource = (clerk: Clerk): Source<ClerkSnapshot> => {
  const { get, getInitial } = internalsOf(clerk)
  return { get, getInitial, subscribe: clerk.clientele.snapshots.subscribe }
}
