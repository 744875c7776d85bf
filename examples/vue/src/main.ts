import '@clientele/example-shared/style.css'
import { createClientelePlugin } from '@clientele/vue'
import { type App as Application, createApp } from 'vue'
import App from './app.vue'
import { createPageClientele } from './page-clientele.ts'
import PageNotice from './parts/page-notice.vue'

const createPage = (): Application => {
  try {
    // Made once and outside of components: the store outlives them all.
    return createApp(App).use(createClientelePlugin({ clientele: createPageClientele() }))
  } catch (error) {
    const messages = [error instanceof Error ? error.message : String(error)]
    return createApp(PageNotice, { kind: 'error', messages })
  }
}

createPage().mount('#app')
