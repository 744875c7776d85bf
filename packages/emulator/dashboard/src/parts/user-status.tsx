import { useNow } from '@clientele/views'
import type { EmulatedUser } from '../../../src/control/users.ts'

/** Whether somebody is banned or locked, and has a second factor. */
export const UserStatus = ({ user }: { readonly user: EmulatedUser }) => {
  const now = useNow()
  return (
    <>
      {user.banned && <span class="badge bad">banned</span>}
      {user.lockedUntil !== null && user.lockedUntil > now && <span class="badge bad">locked</span>}
      {user.totpEnabled && <span class="badge">totp</span>}
    </>
  )
}
