import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  publicDir: '../shared/public',
  server: {
    // Passkeys belong to a name: at an address of numbers no browser has any.
    host: 'localhost',
    // The API server, from examples/api.
    proxy: { '/api': process.env.API_URL ?? 'http://127.0.0.1:5180' },
  },
  // Reads the sources of this workspace's packages, so that a change shows without a build.
  resolve: { conditions: ['@clientele/source', ...defaultClientConditions] },
})
