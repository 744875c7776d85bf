import { type Driver, type MountShow, type Reader, whens } from '@clientele/conformance'
import type { SignInForm, SignUpForm } from '@clientele/core/attempt-form'
import { Show, useClient, useSignIn, useSignUp } from '@clientele/vue'
import { defineComponent, h } from 'vue'
import { openScreen } from './screen.ts'

const createReader = ({ selector, equalityFn }: Reader, values: unknown[]) =>
  defineComponent({
    setup: () => {
      const value = selector ? useClient(selector, equalityFn) : useClient()
      return () => void values.push(value.value)
    },
  })

const createSignIn = (seen: SignInForm[]) =>
  defineComponent({
    setup: () => {
      const { signIn, next, errors, fetchStatus, ...actions } = useSignIn()
      const read = () => ({
        signIn: signIn.value,
        next: next.value,
        errors: errors.value,
        fetchStatus: fetchStatus.value,
      })
      return () => void seen.push({ ...actions, ...read() })
    },
  })

const createSignUp = (seen: SignUpForm[]) =>
  defineComponent({
    setup: () => {
      const { signUp, next, errors, fetchStatus, ...actions } = useSignUp()
      const read = () => ({
        signUp: signUp.value,
        next: next.value,
        errors: errors.value,
        fetchStatus: fetchStatus.value,
      })
      return () => void seen.push({ ...actions, ...read() })
    },
  })

export const vueDriver: Driver = {
  name: 'Vue',
  mount: async (clientele, readers) => {
    const shown: unknown[][] = readers.map(() => [])
    const components = readers.map((reader, index) => createReader(reader, shown[index] ?? []))
    const { app, act } = openScreen(clientele, () => components.map(component => h(component)))
    return { shown, act, unmount: async () => app.unmount() }
  },
  mountForms: async clientele => {
    const signIn: SignInForm[] = []
    const signUp: SignUpForm[] = []
    const components = [createSignIn(signIn), createSignUp(signUp)]
    const { app, act } = openScreen(clientele, () => components.map(component => h(component)))
    return { signIn, signUp, act, unmount: async () => app.unmount() }
  },
}

export const mountShow: MountShow = async clientele => {
  const { app, act, element } = openScreen(clientele, () =>
    whens.map(when => h('i', h(Show, { when }, { default: () => when, fallback: () => '-' }))),
  )
  const shown = () => [...element.children].map(({ textContent }) => textContent).join(' ')
  return { shown, act, unmount: async () => app.unmount() }
}
