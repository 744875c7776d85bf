import type { Client, Source } from '@clientele/core'
import { signInForm, signUpForm } from '@clientele/core/attempt-form'
import type { Driver, Reader, Screened } from './driver.ts'

const screened = (undo: readonly (() => void)[]): Screened => ({
  act: async work => void (await work()),
  unmount: async () => {
    for (const off of undo) off()
  },
})

/**
 * The plain subscription as a driver: when a case fails here too, the fault is the core's and not
 * an adapter's.
 */
export const plainDriver: Driver = {
  name: 'plain subscription',
  mount: async (clientele, readers) => {
    const shown: unknown[][] = []
    const whole = (client: Client | undefined): unknown => client
    const follow = ({ selector = whole, equalityFn = Object.is }: Reader) => {
      const values: unknown[] = []
      shown.push(values)
      return clientele.subscribe(selector, value => values.push(value), {
        equalityFn,
        fireImmediately: true,
      })
    }
    return { shown, ...screened(readers.map(follow)) }
  },
  mountForms: async clientele => {
    const follow = <Form>(form: Source<Form>) => {
      const seen = [form.get()]
      return { seen, off: form.subscribe(() => seen.push(form.get())) }
    }
    const [signIn, signUp] = [follow(signInForm(clientele)), follow(signUpForm(clientele))]
    return { signIn: signIn.seen, signUp: signUp.seen, ...screened([signIn.off, signUp.off]) }
  },
}
