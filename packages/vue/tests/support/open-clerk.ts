import { openApp } from '@clientele/conformance'
import type { Clerk } from '@clientele/core/clerk'
import { clerkPlugin, type PluginOptions, useClerk } from '@clientele/vue/clerk'
import { type App, type Component, createApp, nextTick } from 'vue'

const password = 'correct horse battery'

/** An app that uses the plugin over an emulated instance. What Vue warns of is thrown. */
export const openClerk = (root: Component, options: PluginOptions = {}) => {
  const { emulator } = openApp()
  const browser = emulator.agent()
  const thrown: unknown[] = []
  const element = document.createElement('div')
  const app = createApp(root)
  app.config.warnHandler = warning => thrown.push(warning)
  app.config.errorHandler = error => thrown.push(error)
  app
    .use(clerkPlugin, {
      publishableKey: emulator.publishableKey,
      fetch: (input, init) => browser.fetch(input, init),
      modules: [],
      ...options,
    })
    .mount(element)
  const clerk = clerkOf(app)
  const act = async (work: () => unknown) => {
    await work()
    await nextTick()
  }
  /** Signs in who did not exist before. @returns the id of the user. */
  const signIn = async (name: string): Promise<string> => {
    const emailAddress = `${name.toLowerCase()}@example.com`
    const { id } = emulator.users.create({ emailAddress, password, firstName: name })
    const attempt = await clerk.client?.signIn.create({ identifier: emailAddress, password })
    await act(() => clerk.setActive({ session: attempt?.createdSessionId }))
    return id
  }
  return { app, clerk, emulator, element, thrown, act, signIn, load: () => act(clerk.load) }
}

const clerkOf = (app: App): Clerk => {
  const { value } = app.runWithContext(useClerk)
  if (!value) throw new TypeError('There is no Clerk')
  return value
}
