import { imageUrlOf } from '../domain/image-url.ts'
import { primaryEmailOf } from '../model/identifiers.ts'
import type { Instance } from '../model/instance.ts'
import type { UserRecord } from '../model/records/user.ts'

const identifierOf = (user: UserRecord): string =>
  primaryEmailOf(user)?.emailAddress ??
  user.phoneNumbers[0]?.phoneNumber ??
  user.username ??
  user.web3Wallets.find(({ verified }) => verified)?.web3Wallet ??
  ''

/** What others may know of a user. */
export const toPublicUserDataJson = (instance: Instance, user: UserRecord) => ({
  first_name: user.firstName,
  last_name: user.lastName,
  image_url: imageUrlOf(instance, user),
  has_image: user.image !== null,
  identifier: identifierOf(user),
  user_id: user.id,
  username: user.username,
  banned: user.banned,
  profile_image_url: imageUrlOf(instance, user),
})
