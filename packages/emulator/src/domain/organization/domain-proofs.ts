import {
  alreadyVerified,
  paramFormatInvalid,
  verificationExpired,
  verificationMissing,
} from '../../lib/api-errors.ts'
import type {
  DomainProof,
  OrganizationDomainRecord,
} from '../../model/records/organization-domain.ts'
import { newVerification } from '../factors/new-verification.ts'
import { sendCode, verifyCode } from '../factors/one-time-code.ts'
import type { Params } from '../params.ts'
import { normalizeEmail } from '../sign-up/read-fields.ts'
import type { MemberContext } from './access.ts'
import { offerToOwners } from './enrollment.ts'

/** How a member proves to have an address at a domain. */
const affiliationStrategy = 'affiliation_email_code'
/** How a domain is proven to be one's own: by a record in its DNS. */
const ownershipStrategy = 'txt'
const day = 24 * 60 * 60_000

const assertUnproven = (proof: DomainProof | null): void => {
  if (proof !== null && proof.verifiedAt !== null) throw alreadyVerified()
}

const complete = (
  { instance }: MemberContext,
  domain: OrganizationDomainRecord,
  proof: DomainProof,
): void => {
  proof.verifiedAt = instance.clock.now()
  offerToOwners(instance, domain)
}

/** Sends a code to an address at the domain. */
export const prepareAffiliation = (
  { instance }: MemberContext,
  domain: OrganizationDomainRecord,
  params: Params,
): void => {
  const field = 'affiliation_email_address'
  const to = normalizeEmail(params.required(field), field)
  assertUnproven(domain.affiliation)
  if (!to.endsWith(`@${domain.name}`))
    throw paramFormatInvalid(field, `an email address at ${domain.name}`)
  const recipient = { to, identificationId: to }
  const previous = domain.affiliation?.verification ?? null
  const verification = sendCode(instance, affiliationStrategy, recipient, previous)
  domain.affiliation = { verification, verifiedAt: null }
  domain.affiliationEmailAddress = to
}

/** Takes the code that was sent. @throws ApiError unless it is right. */
export const attemptAffiliation = (
  context: MemberContext,
  domain: OrganizationDomainRecord,
  params: Params,
): void => {
  const { instance } = context
  const code = params.required('code')
  const { affiliation } = domain
  if (!affiliation) throw verificationMissing()
  assertUnproven(affiliation)
  verifyCode(instance, affiliation.verification, affiliationStrategy, code)
  complete(context, domain, affiliation)
}

/** Makes the record that the DNS of the domain is to have. */
export const prepareOwnership = (
  { instance }: MemberContext,
  domain: OrganizationDomainRecord,
): void => {
  assertUnproven(domain.ownership)
  const now = instance.clock.now()
  const code = `clerk-verification=${instance.ids.secret('domain')}`
  const verification = newVerification(ownershipStrategy, {
    code,
    sentAt: now,
    expireAt: now + day,
  })
  domain.ownership = { verification, verifiedAt: null }
}

/** The emulator asks no DNS: a record that was prepared counts as published. */
export const attemptOwnership = (
  context: MemberContext,
  domain: OrganizationDomainRecord,
): void => {
  const { ownership } = domain
  if (!ownership) throw verificationMissing()
  assertUnproven(ownership)
  if (ownership.verification.status === 'expired') throw verificationExpired()
  ownership.verification.status = 'verified'
  ownership.verification.attempts = (ownership.verification.attempts ?? 0) + 1
  complete(context, domain, ownership)
}
