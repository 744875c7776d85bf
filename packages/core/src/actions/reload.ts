import type { Kernel } from '../kernel.ts'
import { readClient } from './read-client.ts'
import { withRecovery } from './recover.ts'
import { getToken } from './session/get-token.ts'

export interface ReloadParams {
  /**
   * From the callback URL of a native OAuth flow: the server accepts the token it replaced once
   * more.
   */
  readonly rotatingTokenNonce?: string | undefined
}

/**
 * Fetches the latest client, and forces a new session token, so that fresh claims are there at
 * once.
 */
export const reload = async (
  kernel: Kernel,
  { rotatingTokenNonce }: ReloadParams = {},
): Promise<void> => {
  const query =
    rotatingTokenNonce === undefined ? undefined : { rotating_token_nonce: rotatingTokenNonce }
  await withRecovery(kernel, () => readClient(kernel, { query }))
  const { activeId } = kernel.store.getState().sessions
  if (activeId !== null) await getToken(kernel, activeId, { skipCache: true })
}
