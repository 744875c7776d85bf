import type { EmailAddressRecord, PhoneNumberRecord } from '../records.ts'
import type { Session } from '../view/session-view.ts'
import type { User } from '../view/user-view.ts'
import type { Context } from './context.ts'
import { live, once } from './live.ts'
import { type OrganizationMembershipResource, toMembership } from './organization.ts'

/** A user under Clerk's names: it shows what is true now. */
export interface UserResource
  extends Omit<
    User,
    | 'organizationMemberships'
    | 'publicMetadata'
    | 'unsafeMetadata'
    | 'emailAddresses'
    | 'phoneNumbers'
  > {
  emailAddresses: EmailAddressRecord[]
  phoneNumbers: PhoneNumberRecord[]
  organizationMemberships: OrganizationMembershipResource[]
  publicMetadata: Record<string, unknown>
  unsafeMetadata: Record<string, unknown>
}

/** Users of the sessions under Clerk's names: a new object for each change of one. */
export const createUsers = ({
  clientele,
}: Pick<Context, 'clientele'>): ((session: Session) => UserResource | null) => {
  const toUser = once((user: User): UserResource => {
    let shown = user
    const now = () => {
      const holder = clientele.client?.sessions.find(session => session.user?.id === user.id)
      shown = holder?.user ?? shown
      return shown
    }
    return live(now, {
      get organizationMemberships() {
        return now().organizationMemberships.map(toMembership)
      },
    })
  })
  return ({ user }) => user && toUser(user)
}
