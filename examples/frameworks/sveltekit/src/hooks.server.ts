import type { Handle } from '@sveltejs/kit'
import { env } from '$env/dynamic/private'

/** `/__clerk` of this application is the Frontend API. */
export const handle: Handle = async ({ event, resolve }) => {
  const { url, request } = event
  if (!url.pathname.startsWith('/__clerk/')) return resolve(event)
  const target = new URL(url.pathname.replace('/__clerk', '') + url.search, env.CLERK_FRONTEND_API)
  const passed = new Request(target, request)
  for (const name of ['accept-encoding', 'connection', 'host']) passed.headers.delete(name)
  const { status, headers, body } = await fetch(passed)
  return new Response(body, { status, headers })
}
