import type { Instance } from '../../model/instance.ts'
import type { UserRecord } from '../../model/records/user.ts'

/** Whether a user may delete its account. */
export const mayDeleteSelf = ({ settings }: Instance, user: UserRecord): boolean =>
  user.deleteSelfEnabled ?? settings.deleteSelf

/** Whether a user may create organizations. */
export const mayCreateOrganizations = ({ settings }: Instance, user: UserRecord): boolean =>
  user.createOrganizationEnabled ?? settings.createOrganizations
