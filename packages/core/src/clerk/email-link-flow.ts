import { toAbsolute } from '../http/url.ts'
import type { EmailLinkParams } from '../modules/email-link.ts'
import { emailLink } from '../modules/email-link.ts'
import { afterLoad, type Context } from './context.ts'

/** Sends a link and waits until it was opened. */
export interface EmailLinkFlow<Params, Resource> {
  /** Resolves to the resource when the link was opened, or is too old. */
  startEmailLinkFlow: (params: Params) => Promise<Resource>
  /** Ends the waiting; the link stays valid. */
  cancelEmailLinkFlow: () => void
}

/** @param resource is what the flow resolves to: it is live, so it shows what came of it. */
export const createEmailLinkFlow = <
  Params extends { redirectUrl: string; emailAddressId?: string },
  Resource,
>(
  context: Context,
  kind: EmailLinkParams['kind'],
  resource: () => Resource,
): EmailLinkFlow<Params, Resource> => {
  let waiting = new AbortController()
  return {
    startEmailLinkFlow: ({ redirectUrl, emailAddressId }) =>
      afterLoad(context, kind, async () => {
        waiting.abort()
        waiting = new AbortController()
        await emailLink()(context.kernel).sendAndWait({
          kind,
          redirectUrl: toAbsolute(redirectUrl),
          signal: waiting.signal,
          ...(emailAddressId !== undefined && { emailAddressId }),
        })
        return resource()
      }),
    cancelEmailLinkFlow: () => waiting.abort(),
  }
}
