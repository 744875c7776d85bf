import type { ClerkSnapshot } from '@clientele/core/clerk'
import type { ReactNode } from 'react'
import { useClerkSnapshot } from './use-clerk-snapshot.ts'

interface Props {
  readonly children?: ReactNode
}

const when =
  (holds: (snapshot: ClerkSnapshot) => boolean) =>
  ({ children }: Props): ReactNode =>
    holds(useClerkSnapshot()) ? children : null

/** Shows its children once the client is known. */
export const ClerkLoaded = /* @__PURE__ */ when(({ client }) => client !== undefined)

/** Shows its children until the client is known, or is refused for good. */
export const ClerkLoading = /* @__PURE__ */ when(
  ({ client, status }) => client === undefined && status !== 'error',
)

/** Shows its children while the server cannot be reached: what is known is the last known. */
export const ClerkDegraded = /* @__PURE__ */ when(({ status }) => status === 'degraded')

/** Shows its children when the server refuses for good. */
export const ClerkFailed = /* @__PURE__ */ when(({ status }) => status === 'error')
