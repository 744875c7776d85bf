import type { Instance } from '../../model/instance.ts'
import type { UserRecord } from '../../model/records/user.ts'
import { toUserJson as toOwnUserJson } from '../user.ts'
import { toPasskeyJson } from './passkey.ts'
import { toPhoneNumberJson } from './phone-number.ts'

/** A user as a backend sees it, with what nobody else does. */
export const toUserJson = (instance: Instance, user: UserRecord) => {
  const { organization_memberships: _, ...own } = toOwnUserJson(instance, user)
  return {
    ...own,
    locale: user.locale,
    private_metadata: user.privateMetadata,
    create_organizations_limit: user.createOrganizationsLimit,
    bypass_client_trust: user.bypassClientTrust,
    phone_numbers: user.phoneNumbers.map(phone => toPhoneNumberJson(instance, user, phone)),
    passkeys: user.passkeys
      .filter(({ verified }) => verified)
      .map(passkey => toPasskeyJson(instance, passkey)),
  }
}
