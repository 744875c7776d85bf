import { readState, stateHeaders } from '@clientele/core/server'
import { ClienteleProvider } from '@clientele/react/browser'
import type { ReactNode } from 'react'
import { Links, Meta, Outlet, Scripts } from 'react-router'
import type { Route } from './+types/root'

export const loader = async ({ request }: Route.LoaderArgs) => {
  const { CLERK_PUBLISHABLE_KEY: publishableKey = '', CLERK_PROXY_URL: proxyUrl } = process.env
  const server = { publishableKey, proxyUrl: process.env.CLERK_FRONTEND_API }
  return { publishableKey, proxyUrl, initialState: await readState(request, server) }
}

export const headers = () => stateHeaders

export default function Root({ loaderData }: Route.ComponentProps) {
  return (
    <ClienteleProvider {...loaderData}>
      <Outlet />
    </ClienteleProvider>
  )
}

export const Layout = ({ children }: { children: ReactNode }) => (
  <html lang="en">
    <head>
      <meta charSet="utf-8" />
      <link rel="icon" href="data:," />
      <Meta />
      <Links />
    </head>
    <body>
      {children}
      <Scripts />
    </body>
  </html>
)
