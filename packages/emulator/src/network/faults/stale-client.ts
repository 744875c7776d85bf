import { claimedClient } from '../../http/claimed-client.ts'
import { toClientJson } from '../../serialize/client.ts'
import type { HandledResponse } from '../handled-response.ts'
import type { FaultContext, Next } from './fault-context.ts'
import { withBody } from './mutate-response.ts'
import { rewriteJson } from './rewrite-json.ts'

/**
 * What is shown of the client was true before the request arrived; what it was asked to do is done.
 */
export const showStaleClient = async (
  { instance, incoming, beforeHandle }: FaultContext,
  next: Next,
): Promise<HandledResponse> => {
  let before: object | null = null
  const look = () => {
    const client = claimedClient(instance, incoming)
    before = client && structuredClone(toClientJson(instance, client))
  }
  const handled = await next({ beforeHandle: [...beforeHandle, look] })
  const type = handled.response.headers.get('content-type')
  if (handled.response.status >= 400 || !type?.startsWith('application/json')) return handled
  return withBody(handled, text => {
    const { client = null }: { client?: object | null } = JSON.parse(text)
    return client === null ? text : rewriteJson(text, { client: before })
  })
}
