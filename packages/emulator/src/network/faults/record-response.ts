import type { Incoming } from '../../http/incoming.ts'
import type { Network } from '../network.ts'
import { recordingKey } from './canned-responses.ts'

/**
 * Keeps an answer for faults that give it again. Its credentials are not kept: caches hand out
 * none.
 */
export const recordResponse = async (
  { instance, recordings }: Network,
  incoming: Incoming,
  response: Response,
): Promise<void> => {
  const type = response.headers.get('content-type')
  if (!type?.startsWith('application/json') || response.status >= 400) return
  const body = await response.clone().text()
  const { status } = response
  recordings.keep(recordingKey(instance, incoming), {
    status,
    headers: { 'Content-Type': type },
    body,
  })
}
