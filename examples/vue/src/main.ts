import '@clientele/example-shared/style.css'
import { browserModules } from '@clientele/core/browser'
import { createClientelePlugin } from '@clientele/vue'
import { createApp } from 'vue'
import App from './app.vue'

createApp(App)
  .use(
    createClientelePlugin({
      publishableKey: import.meta.env.VITE_CLERK_PUBLISHABLE_KEY,
      modules: browserModules(),
    }),
  )
  .mount('#app')
