import { rotateToken, signedInSessionsOf } from '../../domain/clients.ts'
import { closeFromOutside } from '../../domain/sessions.ts'
import { claimedClient } from '../../http/claimed-client.ts'
import { clientCookie } from '../../http/cookies.ts'
import { signClientToken } from '../../tokens/client-token.ts'
import type { Answered } from '../handler.ts'
import type { Next, Passage } from './passage.ts'

/** Another device revokes the sessions of this client just before. */
export const revokeBefore = (
  { instance, incoming, arriving }: Passage,
  next: Next,
): Promise<Answered> => {
  const revoke = () => {
    const client = claimedClient(instance, incoming)
    for (const session of client ? signedInSessionsOf(instance, client) : [])
      closeFromOutside(instance, session, 'revoked')
  }
  return next({ arriving: [...arriving, revoke] })
}

/**
 * A faster request of the same client supersedes its token. A browser has the new cookie of that
 * other answer by the time of its next request, for all its pages share one jar: it comes with this
 * answer.
 */
export const raceForToken = async (
  { instance, incoming, arriving }: Passage,
  next: Next,
): Promise<Answered> => {
  const supersede = () => {
    const client = claimedClient(instance, incoming)
    if (client) rotateToken(instance, client)
  }
  const answered = await next({ arriving: [...arriving, supersede] })
  const client = claimedClient(instance, incoming)
  if (!client || !incoming.headers.has('cookie')) return answered
  const line = clientCookie(instance, incoming, await signClientToken(instance, client))
  const headers = new Headers(answered.response.headers)
  headers.append('Set-Cookie', line)
  const { status } = answered.response
  return {
    response: new Response(answered.response.body, { status, headers }),
    setCookies: [...answered.setCookies, line],
  }
}
