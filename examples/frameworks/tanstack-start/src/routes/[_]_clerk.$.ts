import { createFileRoute } from '@tanstack/react-router'

/** `/__clerk` of this application is the Frontend API. */
const ANY = async ({ request }: { request: Request }) => {
  const { pathname, search } = new URL(request.url)
  const path = pathname.replace('/__clerk', '') + search
  const passed = new Request(new URL(path, process.env.CLERK_FRONTEND_API), request)
  for (const name of ['accept-encoding', 'connection', 'host']) passed.headers.delete(name)
  const { status, headers, body } = await fetch(passed)
  return new Response(body, { status, headers })
}

export const Route = createFileRoute('/__clerk/$')({ server: { handlers: { ANY } } })
