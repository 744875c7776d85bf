import vue from '@vitejs/plugin-vue'
import { defaultClientConditions, defineConfig } from 'vite'

export default defineConfig({
  plugins: [vue()],
  // The emulator is at 127.0.0.1 too: only there are its cookies those of the same site.
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  // Reads the sources of this workspace's packages, so that a change shows without a build.
  resolve: { conditions: ['@clientele/source', ...defaultClientConditions] },
})
