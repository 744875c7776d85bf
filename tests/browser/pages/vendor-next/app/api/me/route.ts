import { auth } from '@clerk/nextjs/server'

/** Who calls. */
export const GET = async (): Promise<Response> => {
  const { userId, orgId } = await auth()
  return Response.json({ userId, orgId: orgId ?? null })
}
