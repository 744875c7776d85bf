import { readState, stateHeaders } from '@clientele/core/server'
import { ClienteleProvider } from '@clientele/react/browser'
import { createRootRoute, HeadContent, Outlet, Scripts } from '@tanstack/react-router'
import { createServerFn } from '@tanstack/react-start'
import { getRequest, setResponseHeaders } from '@tanstack/react-start/server'

const readOptions = createServerFn({ strict: false }).handler(async () => {
  const { CLERK_PUBLISHABLE_KEY: publishableKey = '', CLERK_PROXY_URL: proxyUrl } = process.env
  const server = { publishableKey, proxyUrl: process.env.CLERK_FRONTEND_API }
  setResponseHeaders(new Headers(stateHeaders))
  return { publishableKey, proxyUrl, initialState: await readState(getRequest(), server) }
})

export const Route = createRootRoute({
  loader: () => readOptions(),
  staleTime: Number.POSITIVE_INFINITY,
  head: () => ({ meta: [{ charSet: 'utf-8' }], links: [{ rel: 'icon', href: 'data:,' }] }),
  component: Root,
})

function Root() {
  const options = Route.useLoaderData()
  return (
    <html lang="en">
      <head>
        <HeadContent />
      </head>
      <body>
        <ClienteleProvider {...options}>
          <Outlet />
        </ClienteleProvider>
        <Scripts />
      </body>
    </html>
  )
}
