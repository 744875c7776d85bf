import type { NextConfig } from 'next'

const frontendApi = process.env.CLERK_FRONTEND_API

const config: NextConfig = {
  rewrites: async () => [{ source: '/__clerk/:path*', destination: `${frontendApi}/:path*` }],
}

export default config
