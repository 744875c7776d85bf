import {
  type SignUpForm as Form,
  type SignUpActions,
  signUpForm,
} from '@clientele/core/attempt-form'
import { computed, type Ref } from 'vue'
import { useClienteleStore } from './use-clientele-store.ts'
import { useSource } from './use-source.ts'

/**
 * What `useSignUp` gives: all that a form shows, as refs, and does. The functions stay the same for
 * the life of the store.
 */
export interface SignUpForm extends SignUpActions {
  /** A blank one to begin with; `undefined` until the client is known. */
  readonly signUp: Readonly<Ref<Form['signUp']>>
  /** What the form should show now. */
  readonly next: Readonly<Ref<Form['next']>>
  /** What is to be typed now; empty where nothing is. */
  readonly fields: Readonly<Ref<Form['fields']>>
  /** What the last action was refused for, by field; empty when nothing was. */
  readonly errors: Readonly<Ref<Form['errors']>>
  /** `fetching` while an action is under way. */
  readonly fetchStatus: Readonly<Ref<Form['fetchStatus']>>
}

const whole = (form: Form) => form

/**
 * The sign-up in progress, what went wrong with its last action, and its actions. Each acts on
 * whichever sign-up is in progress when it is called, and resolves to `{ error, signUp }`;
 * the same failure is then in `errors`.
 *
 * @throws TypeError outside of `setup`, or in an app that does not use the plugin.
 * @example
 * const { next, errors, fetchStatus, create } = useSignUp()
 * const submit = () => create({ emailAddress: emailAddress.value })
 * // <p>{{ errors.fields.emailAddress?.longMessage }}</p>
 * // <form v-if="next?.kind === 'start'" @submit.prevent="submit">
 * //   <button :disabled="fetchStatus !== 'idle'">Continue</button>
 * // </form>
 */
export const useSignUp = (): SignUpForm => {
  const form = useSource(signUpForm(useClienteleStore()), whole, whole)
  return {
    ...form.value,
    signUp: computed(() => form.value.signUp),
    next: computed(() => form.value.next),
    fields: computed(() => form.value.fields),
    errors: computed(() => form.value.errors),
    fetchStatus: computed(() => form.value.fetchStatus),
  }
}
