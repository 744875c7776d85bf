import { browserModules } from '@clientele/core/browser'
import { createClientelePlugin } from '@clientele/vue'
import { createApp } from 'vue'
import App from './App.vue'

createApp(App)
  .use(
    createClientelePlugin({
      publishableKey: import.meta.env.VITE_CLERK_PUBLISHABLE_KEY,
      modules: browserModules(),
    }),
  )
  .mount('#app')
