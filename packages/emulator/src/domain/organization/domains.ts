import {
  paramFormatInvalid,
  paramNil,
  paramValueInvalid,
  resourceNotFound,
} from '../../lib/api-errors.ts'
import {
  domainCommon,
  domainsNotEnabled,
  domainTaken,
  enrollmentModeNotEnabled,
} from '../../lib/organization-errors.ts'
import { newRecord } from '../../model/new-record.ts'
import {
  enrollmentModes,
  type OrganizationDomainRecord,
} from '../../model/records/organization-domain.ts'
import type { Params } from '../params.ts'
import type { MemberContext } from './access.ts'
import { isVerified, offerToOwners, withdrawOffers } from './enrollment.ts'

// Everybody can have an address at these.
const common = /^(gmail|googlemail|outlook|hotmail|live|yahoo|icloud|aol|gmx|proton)\.[a-z.]+$/

/** The domains of an organization, in order of creation. */
export const domainsOf = ({ instance, organization }: MemberContext): OrganizationDomainRecord[] =>
  instance.database.organizationDomains.where(
    ({ organizationId }) => organizationId === organization.id,
  )

// A challenge that nobody has met in time.
const expireChallenges = (
  { instance }: MemberContext,
  { affiliation, ownership }: OrganizationDomainRecord,
): void => {
  for (const proof of [affiliation, ownership]) {
    const isDue = (proof?.verification.expireAt ?? Infinity) <= instance.clock.now()
    if (proof?.verification.status === 'unverified' && isDue) proof.verification.status = 'expired'
  }
}

/** A domain of the organization. @throws ApiError 404 for any other. */
export const findDomain = (context: MemberContext, id: string): OrganizationDomainRecord => {
  const domain = domainsOf(context).find(each => each.id === id)
  if (!domain) throw resourceNotFound('Organization domain', id)
  expireChallenges(context, domain)
  return domain
}

/** @throws ApiError 403 when organizations have none here. */
export const assertDomainsEnabled = ({ instance }: Pick<MemberContext, 'instance'>): void => {
  if (!instance.settings.organizationDomains) throw domainsNotEnabled()
}

type EnrollmentMode = OrganizationDomainRecord['enrollmentMode']

const readMode = (params: Params): EnrollmentMode | null => {
  const mode = params.oneOf('enrollment_mode', enrollmentModes)
  if (mode === 'enterprise_sso') throw enrollmentModeNotEnabled(mode)
  return mode
}

const assertFree = ({ instance, organization }: MemberContext, name: string): void => {
  const holders = instance.database.organizationDomains.all().filter(each => each.name === name)
  // Another's counts once it is proven: until then anybody could block a domain.
  if (holders.some(each => each.organizationId === organization.id || isVerified(each)))
    throw domainTaken()
}

const addDomain = (
  context: MemberContext,
  text: string,
  enrollmentMode: EnrollmentMode,
): OrganizationDomainRecord => {
  const { instance, organization } = context
  const name = text.trim().toLowerCase()
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(name))
    throw paramFormatInvalid('name', 'a domain such as example.com')
  if (common.test(name)) throw domainCommon()
  assertFree(context, name)
  const domain: OrganizationDomainRecord = {
    ...newRecord(instance, 'orgdmn'),
    organizationId: organization.id,
    name,
    enrollmentMode,
    affiliationEmailAddress: null,
    affiliation: null,
    ownership: null,
  }
  instance.database.organizationDomains.set(domain)
  return domain
}

/** Adds a domain, which is to be verified yet. */
export const createDomain = (context: MemberContext, params: Params): OrganizationDomainRecord =>
  addDomain(context, params.required('name'), readMode(params) ?? 'manual_invitation')

/** Adds one domain of many. */
export const createDomains = (context: MemberContext, params: Params) => {
  const names = params.list('names')
  if (names.length === 0) throw paramNil('names')
  const mode = readMode(params) ?? 'manual_invitation'
  return names.map(name => ({ key: name, run: () => addDomain(context, name, mode) }))
}

/** Chooses how owners of addresses there join; they are offered to, once it is verified. */
export const updateEnrollmentMode = (
  context: MemberContext,
  domain: OrganizationDomainRecord,
  params: Params,
): void => {
  params.required('enrollment_mode')
  const mode = readMode(params)
  if (mode === null) throw paramValueInvalid('enrollment_mode')
  domain.enrollmentMode = mode
  if (params.flag('delete_pending')) withdrawOffers(context.instance, domain)
  offerToOwners(context.instance, domain)
}

/** Deletes a domain with what it has offered. */
export const deleteDomain = (
  { instance }: MemberContext,
  domain: OrganizationDomainRecord,
): void => {
  withdrawOffers(instance, domain)
  instance.database.organizationDomains.delete(domain.id)
}
