import { defaultClientConditions, defineConfig } from 'vite'

export default defineConfig({
  resolve: { conditions: ['@clientele/source', ...defaultClientConditions] },
  // React's Profiler and Vue's onRenderTriggered say nothing in a build for production.
  define: { 'process.env.NODE_ENV': JSON.stringify('development') },
  build: { target: 'es2022', chunkSizeWarningLimit: 10_000, minify: false },
})
