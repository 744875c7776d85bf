import { duplicateRecord } from '../../lib/backend-errors.ts'
import { normalEmail } from '../../model/identifiers.ts'

/** @throws ApiError 400 when an address is invited twice by one request. */
export const assertEachOnce = (all: readonly { readonly email_address: string }[]): void => {
  const addresses = all.map(({ email_address: address }) => normalEmail(address))
  const twice = addresses.find((address, index) => addresses.indexOf(address) < index)
  if (twice !== undefined) throw duplicateRecord(`${twice} is there twice.`)
}
