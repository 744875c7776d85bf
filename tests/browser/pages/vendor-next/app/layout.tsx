import { ClerkProvider } from '@clerk/nextjs'
import type { ReactNode } from 'react'

/** Keys are read when a page is asked for, so that one build does for every emulator. */
export const dynamic = 'force-dynamic'

const Layout = ({ children }: { readonly children: ReactNode }) => (
  <ClerkProvider>
    <html lang="en">
      <head>
        <title>Clerk’s components</title>
        <link rel="icon" href="data:," />
      </head>
      <body>{children}</body>
    </html>
  </ClerkProvider>
)

export default Layout
