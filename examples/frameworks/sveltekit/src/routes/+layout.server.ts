import { readState, stateHeaders } from '@clientele/core/server'
import { env } from '$env/dynamic/private'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ request, setHeaders }) => {
  const { CLERK_PUBLISHABLE_KEY: publishableKey = '', CLERK_PROXY_URL: proxyUrl } = env
  const server = { publishableKey, proxyUrl: env.CLERK_FRONTEND_API }
  setHeaders(stateHeaders)
  return { publishableKey, proxyUrl, initialState: await readState(request, server) }
}
