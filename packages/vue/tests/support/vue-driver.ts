import {
  type Driver,
  type MountShow,
  type MountSuspense,
  type Reader,
  whens,
} from '@clientele/conformance'
import { isClienteleError } from '@clientele/core'
import type { SignInForm, SignUpForm } from '@clientele/core/attempt-form'
import { Show, useClient, useSignIn, useSignUp, useSuspenseClient } from '@clientele/vue'
import { defineComponent, h, onErrorCaptured, Suspense, shallowRef } from 'vue'
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
      const { signIn, next, factor, fields, errors, fetchStatus, ...actions } = useSignIn()
      const read = () => ({
        signIn: signIn.value,
        next: next.value,
        factor: factor.value,
        fields: fields.value,
        errors: errors.value,
        fetchStatus: fetchStatus.value,
      })
      return () => void seen.push({ ...actions, ...read() })
    },
  })

const createSignUp = (seen: SignUpForm[]) =>
  defineComponent({
    setup: () => {
      const { signUp, next, fields, errors, fetchStatus, ...actions } = useSignUp()
      const read = () => ({
        signUp: signUp.value,
        next: next.value,
        fields: fields.value,
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

const Count = defineComponent({
  setup: async () => {
    const count = await useSuspenseClient(({ sessions }) => sessions.length)
    return () => h('i', count.value)
  },
})

const Boundary = defineComponent({
  props: { readers: { type: Number, required: true } },
  setup: ({ readers }) => {
    const thrown = shallowRef<unknown>()
    onErrorCaptured(error => {
      thrown.value = error
      return false
    })
    const describe = (error: unknown) =>
      isClienteleError(error) ? `${error.name} ${error.code}` : String(error)
    const counts = () =>
      h(
        'p',
        Array.from({ length: readers }, () => h(Count)),
      )
    return () =>
      thrown.value
        ? h('p', h('i', describe(thrown.value)))
        : h(Suspense, null, { default: counts, fallback: () => h('p', h('i', 'waiting')) })
  },
})

const Renewed = defineComponent({
  props: { readers: { type: Number, required: true } },
  setup: ({ readers }) => {
    const known = useClient(client => client !== undefined)
    return () => h(Boundary, { key: String(known.value), readers })
  },
})

export const mountSuspense: MountSuspense = async (clientele, readers) => {
  const { app, act, element } = openScreen(clientele, () => h(Renewed, { readers }))
  const settle = () => new Promise(resolve => setImmediate(resolve))
  await settle()
  const shown = () =>
    [...element.querySelectorAll('i')].map(({ textContent }) => textContent).join(' ')
  return {
    shown,
    act: work =>
      act(async () => {
        await work()
        await settle()
      }),
    unmount: async () => app.unmount(),
  }
}
