import { defineMiddleware } from 'astro:middleware'

/** `/__clerk` of this application is the Frontend API. */
export const onRequest = defineMiddleware(async ({ url, request }, next) => {
  if (!url.pathname.startsWith('/__clerk/')) return next()
  const path = url.pathname.replace('/__clerk', '') + url.search
  const passed = new Request(new URL(path, process.env.CLERK_FRONTEND_API), request)
  for (const name of ['accept-encoding', 'connection', 'host']) passed.headers.delete(name)
  const { status, headers, body } = await fetch(passed)
  return new Response(body, { status, headers })
})
