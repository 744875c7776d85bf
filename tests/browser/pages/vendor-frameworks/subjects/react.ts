import { Clerk } from '@clerk/clerk-js/no-rhc'
import { ClerkProvider, useClerk, useUser } from '@clerk/react'
import { createElement, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { describeWho, type Mount } from './subject.ts'

// as: the build without remote code has no components, which the adapter's type wants and its hooks
// do not use.
const Constructor = Clerk as unknown as NonNullable<Parameters<typeof ClerkProvider>[0]['Clerk']>

const Who = ({ onLoaded }: { onLoaded: (clerk: Clerk) => void }) => {
  const { isLoaded, user } = useUser()
  const clerk = useClerk()
  useEffect(() => {
    // as: it hands everything on to what it was given
    if (isLoaded) onLoaded(clerk as unknown as Clerk)
  }, [isLoaded, clerk, onLoaded])
  return describeWho(isLoaded, user)
}

/** The adapter for React, which is handed the constructor. */
export const mountReact: Mount = (root, { publishableKey, proxyUrl }) =>
  new Promise(onLoaded => {
    const props = {
      publishableKey,
      proxyUrl,
      telemetry: false as const, // as: the type knows `false` only
      Clerk: Constructor,
      children: createElement(Who, { onLoaded }),
    }
    createRoot(root).render(createElement(ClerkProvider, props))
  })
