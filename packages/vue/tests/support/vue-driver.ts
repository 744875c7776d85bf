import type { Driver, Reader } from '@clientele/conformance'
import { createClientelePlugin, useClient } from '@clientele/vue'
import { createApp, defineComponent, h, nextTick } from 'vue'

const createReader = ({ selector, equalityFn }: Reader, values: unknown[]) =>
  defineComponent({
    setup: () => {
      const value = selector ? useClient(selector, equalityFn) : useClient()
      return () => void values.push(value.value)
    },
  })

export const vueDriver: Driver = {
  name: 'Vue',
  mount: async (clientele, readers) => {
    const shown: unknown[][] = readers.map(() => [])
    const components = readers.map((reader, index) => createReader(reader, shown[index] ?? []))
    const app = createApp({ render: () => components.map(component => h(component)) })
    app.use(createClientelePlugin({ clientele })).mount(document.createElement('div'))
    return {
      shown,
      act: async work => {
        await work()
        await nextTick()
      },
      unmount: async () => app.unmount(),
    }
  },
}
