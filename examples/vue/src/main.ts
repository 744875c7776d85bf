import '@clientele/example-shared/style.css'
import { browserModules } from '@clientele/core/browser'
import { createClientelePlugin, useClienteleStore } from '@clientele/vue'
import { createApp } from 'vue'
import App from './app.vue'

const app = createApp(App).use(
  createClientelePlugin({
    publishableKey: import.meta.env.VITE_CLERK_PUBLISHABLE_KEY,
    modules: browserModules(),
  }),
)
app.mount('#app')

if (import.meta.env.DEV) {
  const { mountDevtools } = await import('@clientele/devtools')
  mountDevtools(app.runWithContext(useClienteleStore))
}
