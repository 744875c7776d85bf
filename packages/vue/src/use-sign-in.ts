import {
  type SignInForm as Form,
  type SignInActions,
  signInForm,
} from '@clientele/core/attempt-form'
import { computed, type Ref } from 'vue'
import { useClienteleStore } from './use-clientele-store.ts'
import { useSource } from './use-source.ts'

/**
 * What `useSignIn` gives: all that a form shows, as refs, and does. The functions stay the same for
 * the life of the store.
 */
export interface SignInForm extends SignInActions {
  /** A blank one to begin with; `undefined` until the client is known. */
  readonly signIn: Readonly<Ref<Form['signIn']>>
  /** What the form should show now. */
  readonly next: Readonly<Ref<Form['next']>>
  /** Which factor is to be proven by what is typed now. */
  readonly factor: Readonly<Ref<Form['factor']>>
  /** What is to be typed now; empty where nothing is. */
  readonly fields: Readonly<Ref<Form['fields']>>
  /** What the last action was refused for, by field; empty when nothing was. */
  readonly errors: Readonly<Ref<Form['errors']>>
  /** `fetching` while an action is under way. */
  readonly fetchStatus: Readonly<Ref<Form['fetchStatus']>>
}

const whole = (form: Form) => form

/**
 * The sign-in in progress, what went wrong with its last action, and its actions. Each acts on
 * whichever sign-in is in progress when it is called, and resolves to `{ error, signIn }`;
 * the same failure is then in `errors`.
 *
 * @throws TypeError outside of `setup`, or in an app that does not use the plugin.
 * @example
 * const { next, errors, fetchStatus, create } = useSignIn()
 * const submit = () => create({ identifier: identifier.value })
 * // <p>{{ errors.fields.identifier?.longMessage }}</p>
 * // <form v-if="next?.kind === 'start'" @submit.prevent="submit">
 * //   <button :disabled="fetchStatus !== 'idle'">Continue</button>
 * // </form>
 */
export const useSignIn = (): SignInForm => {
  const form = useSource(signInForm(useClienteleStore()), whole, whole)
  return {
    ...form.value,
    signIn: computed(() => form.value.signIn),
    next: computed(() => form.value.next),
    factor: computed(() => form.value.factor),
    fields: computed(() => form.value.fields),
    errors: computed(() => form.value.errors),
    fetchStatus: computed(() => form.value.fetchStatus),
  }
}
