import { toAbsolute } from '../http/url.ts'

/** Sends a link and waits until it was opened. */
export interface EmailLinkFlow<Params, Resource> {
  /** Resolves to the resource when the link was opened, or is too old. */
  startEmailLinkFlow: (params: Params) => Promise<Resource>
  /** Ends the waiting; the link stays valid. */
  cancelEmailLinkFlow: () => void
}

/**
 * @param sendAndWait is given a whole address, and a signal that ends its waiting.
 * @param resource is what the flow resolves to: it is live, so it shows what came of it.
 */
export const createEmailLinkFlow = <Params extends { redirectUrl: string }, Resource>(
  sendAndWait: (params: Params & { readonly signal: AbortSignal }) => Promise<unknown>,
  resource: () => Resource,
): EmailLinkFlow<Params, Resource> => {
  let waiting = new AbortController()
  return {
    startEmailLinkFlow: async params => {
      waiting.abort()
      waiting = new AbortController()
      const redirectUrl = toAbsolute(params.redirectUrl)
      await sendAndWait({ ...params, redirectUrl, signal: waiting.signal })
      return resource()
    },
    cancelEmailLinkFlow: () => waiting.abort(),
  }
}
