import { createSignedInGuard } from '@clientele/vue'
import { createRouter, createWebHistory } from 'vue-router'
import { store } from './store.ts'

// #region guard
const router = createRouter({ history: createWebHistory(), routes: [] })

router.beforeEach(
  createSignedInGuard({
    clientele: store,
    redirectTo: to => (to.meta.isPublic ? true : { path: '/sign-in', query: { to: to.fullPath } }),
  }),
)
// #endregion guard
