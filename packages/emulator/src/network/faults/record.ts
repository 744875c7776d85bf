import type { Incoming } from '../../http/incoming.ts'
import type { Instance } from '../../model/instance.ts'
import { recordingKey } from './substitutes.ts'

/**
 * Keeps an answer for faults that give it again. Its credentials are not kept: caches hand out
 * none.
 */
export const record = async (
  instance: Instance,
  incoming: Incoming,
  response: Response,
): Promise<void> => {
  const type = response.headers.get('content-type')
  if (!type?.startsWith('application/json') || response.status >= 400) return
  const body = await response.clone().text()
  const { status } = response
  instance.recordings.keep(recordingKey(instance, incoming), {
    status,
    headers: { 'Content-Type': type },
    body,
  })
}
