import '@clientele/example-shared/style.css'
import { createPage, createPageStore } from '@clientele/example-shared'
import { createClientelePlugin } from '@clientele/vue'
import { type App as Application, createApp } from 'vue'
import App from './app.vue'
import { pageKey } from './composables/use-page.ts'
import PageNotice from './parts/page-notice.vue'

const createApplication = (): Application => {
  try {
    // Made, and loaded, once and outside of components: the store outlives them all.
    const store = createPageStore(import.meta.env.VITE_CLERK_PUBLISHABLE_KEY)
    const page = createPage(store)
    void page.begin()
    return createApp(App)
      .use(createClientelePlugin({ clientele: store }))
      .provide(pageKey, page)
  } catch (error) {
    const messages = [error instanceof Error ? error.message : String(error)]
    return createApp(PageNotice, { kind: 'error', role: 'alert', messages })
  }
}

createApplication().mount('#app')
