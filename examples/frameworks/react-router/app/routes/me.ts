import { createRemoteJWKSet, jwtVerify } from 'jose'
import type { Route } from './+types/me'

const keys = createRemoteJWKSet(new URL(`${process.env.CLERK_FRONTEND_API}/.well-known/jwks.json`))

export const loader = async ({ request }: Route.LoaderArgs) => {
  const token = request.headers.get('authorization')?.replace('Bearer ', '') ?? ''
  const verified = await jwtVerify(token, keys).catch(() => null)
  if (!verified) return Response.json({ error: 'not signed in' }, { status: 401 })
  return Response.json({ userId: verified.payload.sub })
}
