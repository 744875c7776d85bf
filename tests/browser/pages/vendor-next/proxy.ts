import { clerkMiddleware, createRouteMatcher } from '@clerk/nextjs/server'

const isForMembers = createRouteMatcher(['/profile(.*)', '/organization(.*)'])

// Next.js looks for a default export.
export default clerkMiddleware(async (auth, request) => {
  if (isForMembers(request)) await auth.protect()
})

export const config = { matcher: ['/((?!_next|favicon.ico).*)'] }
