import vue from '@vitejs/plugin-vue'
import { defaultClientConditions, defineConfig } from 'vite'

export default defineConfig({
  plugins: [vue()],
  publicDir: '../shared/public',
  server: {
    host: '127.0.0.1',
    // The API server, from examples/api.
    proxy: { '/api': process.env.API_URL ?? 'http://127.0.0.1:5180' },
  },
  // Reads the sources of this workspace's packages, so that a change shows without a build.
  resolve: { conditions: ['@clientele/source', ...defaultClientConditions] },
})
