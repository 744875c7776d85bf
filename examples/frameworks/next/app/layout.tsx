import { readState } from '@clientele/core/server'
import { ClienteleProvider } from '@clientele/react/browser'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'

const { CLERK_PUBLISHABLE_KEY: publishableKey = '', CLERK_PROXY_URL: proxyUrl } = process.env
const server = { publishableKey, proxyUrl: process.env.CLERK_FRONTEND_API }

export default async function Layout({ children }: { children: ReactNode }) {
  const initialState = await readState({ headers: await headers() }, server)
  return (
    <html lang="en">
      <body>
        <ClienteleProvider {...{ publishableKey, proxyUrl, initialState }}>
          {children}
        </ClienteleProvider>
      </body>
    </html>
  )
}
