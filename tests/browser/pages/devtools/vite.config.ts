import { defaultClientConditions, defineConfig } from 'vite'

export default defineConfig({
  resolve: { conditions: ['@clientele/source', ...defaultClientConditions] },
  build: { target: 'es2022', chunkSizeWarningLimit: 10_000 },
})
