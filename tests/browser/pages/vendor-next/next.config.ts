import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'

const config: NextConfig = {
  // The packages are those of the workspace.
  turbopack: { root: fileURLToPath(new URL('../../../..', import.meta.url)) },
  // The workspace checks the types of everything at once.
  typescript: { ignoreBuildErrors: true },
}

export default config
