import type { ClienteleStore } from '@clientele/core'
import { createClientelePlugin } from '@clientele/vue'
import { type App, type Component, createApp, nextTick } from 'vue'

export interface Screen {
  readonly app: App
  readonly element: HTMLElement
  act(work: () => unknown): Promise<void>
}

/** An app over a store in an element of its own. What Vue warns of is thrown. */
export const openScreen = (clientele: ClienteleStore, root: Component): Screen => {
  const element = document.createElement('div')
  const app = createApp(root)
  app.config.warnHandler = warning => {
    throw new Error(warning)
  }
  app.use(createClientelePlugin({ clientele })).mount(element)
  return {
    app,
    element,
    act: async work => {
      await work()
      await nextTick()
    },
  }
}
