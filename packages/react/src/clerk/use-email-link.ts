import type { EmailLinkFlow } from '@clientele/core/clerk'
import { useEffect, useMemo } from 'react'

/**
 * Sends a link to an e-mail address and waits until it was opened; ends the waiting when the
 * component leaves.
 *
 * @param resource a sign-in or sign-up of the previous generation, or an address of the user.
 * @example
 * const { startEmailLinkFlow } = useEmailLink(signUp)
 * await startEmailLinkFlow({ redirectUrl: '/verified' })
 */
export const useEmailLink = <Params, Resource>(resource: {
  readonly createEmailLinkFlow: () => EmailLinkFlow<Params, Resource>
}): EmailLinkFlow<Params, Resource> => {
  const flow = useMemo(() => resource.createEmailLinkFlow(), [resource])
  useEffect(() => flow.cancelEmailLinkFlow, [flow])
  return flow
}
