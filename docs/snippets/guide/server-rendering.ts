import { readState, serializeForScript, stateHeaders } from '@clientele/core/server'
import { publishableKey } from './store.ts'

// #region state
export const render = async (request: Request, page: (state: string) => string) => {
  const state = await readState(request, { publishableKey })
  return new Response(page(serializeForScript(state)), {
    headers: { 'content-type': 'text/html', ...stateHeaders },
  })
}
// #endregion state
