import type { Kernel } from '../kernel.ts'
import { readQuery } from './context.ts'
import type { EmailLinkVerification } from './verification.ts'

const statuses = ['verified', 'expired', 'failed', 'client_mismatch'] as const

/** What the address of this page says of a link that led here; `null` where none did. */
export const readEmailLink = ({ store }: Kernel): EmailLinkVerification | null => {
  const status = statuses.find(known => known === readQuery('__clerk_status'))
  if (!status) return null
  const createdSessionId = readQuery('__clerk_created_session') ?? ''
  const verifiedFromTheSameClient = createdSessionId in store.getState().sessions.byId
  return { status, createdSessionId, verifiedFromTheSameClient }
}
