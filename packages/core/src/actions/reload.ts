import { assertKnown } from '../arguments.ts'
import type { Kernel } from '../kernel.ts'
import { readOrRecover } from '../request/recovery.ts'
import { getToken } from './session/get-token.ts'

/** What reading again may be told. */
export interface ReloadParams {
  /**
   * From the callback URL of a native OAuth flow: the server accepts the token it replaced once
   * more.
   */
  readonly rotatingTokenNonce?: string | undefined
}

/** The query that a nonce travels in. */
export const toNonceQuery = (params: ReloadParams = {}) => {
  assertKnown('reload', params, 'rotatingTokenNonce')
  const { rotatingTokenNonce } = params
  return rotatingTokenNonce === undefined ? undefined : { rotating_token_nonce: rotatingTokenNonce }
}

/**
 * Fetches the latest client, and forces a new session token, so that fresh claims are there at
 * once.
 */
export const reload = async (kernel: Kernel, params?: ReloadParams): Promise<void> => {
  kernel.lifetime.throwIfAborted()
  await readOrRecover(kernel, { query: toNonceQuery(params) })
  const { activeId } = kernel.store.getState().sessions
  if (activeId !== null) await getToken(kernel, activeId, { skipCache: true })
}
