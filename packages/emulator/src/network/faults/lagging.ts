import { claimedClient } from '../../http/claimed-client.ts'
import { toClientJson } from '../../serialize/client.ts'
import type { Answered } from '../handler.ts'
import type { Next, Passage } from './passage.ts'
import { rewritten } from './rewritten.ts'
import { withBody } from './spoiled-answers.ts'

/**
 * What is shown of the client was true before the request arrived; what it was asked to do is done.
 */
export const lagBehind = async (
  { instance, incoming, arriving }: Passage,
  next: Next,
): Promise<Answered> => {
  let before: object | null = null
  const look = () => {
    const client = claimedClient(instance, incoming)
    before = client && structuredClone(toClientJson(instance, client))
  }
  const answered = await next({ arriving: [...arriving, look] })
  const type = answered.response.headers.get('content-type')
  if (answered.response.status >= 400 || !type?.startsWith('application/json')) return answered
  return withBody(answered, text => {
    const { client = null }: { client?: object | null } = JSON.parse(text)
    return client === null ? text : rewritten(text, { client: before })
  })
}
