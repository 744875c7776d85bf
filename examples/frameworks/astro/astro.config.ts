import node from '@astrojs/node'
import react from '@astrojs/react'
import { defineConfig } from 'astro/config'

/** The hosts of this application: forms, as the Frontend API takes them, come from no other. */
const allowedDomains = [{ hostname: '127.0.0.1' }, { hostname: '**.localhost' }]

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'standalone' }),
  integrations: [react()],
  security: { allowedDomains },
})
