import { Clerk } from '@clerk/clerk-js/no-rhc'

declare global {
  interface Window {
    clerk: Clerk
    loaded: Promise<unknown>
  }
}

// `?key=…&proxy=…`: the instance, and where it is.
const query = new URLSearchParams(location.search)
window.clerk = new Clerk(query.get('key') ?? '', { proxyUrl: query.get('proxy') ?? '' })
window.loaded = window.clerk.load({ telemetry: false })
