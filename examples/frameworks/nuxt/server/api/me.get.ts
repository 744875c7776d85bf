import { createRemoteJWKSet, jwtVerify } from 'jose'

const { clerkFrontendApi } = useRuntimeConfig()
const keys = createRemoteJWKSet(new URL(`${clerkFrontendApi}/.well-known/jwks.json`))

export default defineEventHandler(async event => {
  const token = getHeader(event, 'authorization')?.replace('Bearer ', '') ?? ''
  const verified = await jwtVerify(token, keys).catch(() => null)
  if (!verified) throw createError({ statusCode: 401 })
  return { userId: verified.payload.sub }
})
