import { createFileRoute } from '@tanstack/react-router'
import { createRemoteJWKSet, jwtVerify } from 'jose'

const keys = createRemoteJWKSet(new URL(`${process.env.CLERK_FRONTEND_API}/.well-known/jwks.json`))

const GET = async ({ request }: { request: Request }) => {
  const token = request.headers.get('authorization')?.replace('Bearer ', '') ?? ''
  const verified = await jwtVerify(token, keys).catch(() => null)
  if (!verified) return Response.json({ error: 'not signed in' }, { status: 401 })
  return Response.json({ userId: verified.payload.sub })
}

export const Route = createFileRoute('/api/me')({ server: { handlers: { GET } } })
