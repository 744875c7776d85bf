import { defaultClientConditions, defineConfig } from 'vite'

export default defineConfig({
  resolve: { conditions: ['@clientele/source', ...defaultClientConditions] },
})
