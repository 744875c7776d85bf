import { error, json } from '@sveltejs/kit'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { env } from '$env/dynamic/private'
import type { RequestHandler } from './$types'

const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', env.CLERK_FRONTEND_API))

export const GET: RequestHandler = async ({ request }) => {
  const token = request.headers.get('authorization')?.replace('Bearer ', '') ?? ''
  const verified = await jwtVerify(token, keys).catch(() => error(401))
  return json({ userId: verified.payload.sub })
}
