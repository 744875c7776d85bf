import { type Context, Hono } from 'hono'
import type { MemberContext } from '../../../domain/organization/access.ts'
import {
  attemptAffiliation,
  attemptOwnership,
  prepareAffiliation,
  prepareOwnership,
} from '../../../domain/organization/domain-proofs.ts'
import {
  assertDomainsEnabled,
  createDomain,
  createDomains,
  deleteDomain,
  domainsOf,
  findDomain,
  updateEnrollmentMode,
} from '../../../domain/organization/domains.ts'
import { isVerified, offerToOwners } from '../../../domain/organization/enrollment.ts'
import { runEach, type Task } from '../../../domain/organization/run-each.ts'
import type { Params } from '../../../domain/params.ts'
import { paramNil } from '../../../lib/api-errors.ts'
import type { OrganizationDomainRecord } from '../../../model/records/organization-domain.ts'
import { toDeletedJson } from '../../../serialize/deleted.ts'
import { toOrganizationDomainJson } from '../../../serialize/organization-domain.ts'
import { answerWrapped } from '../../envelope.ts'
import { type MemberCall, memberCallOf, memberContextFor } from '../../member-context.ts'
import { answerPage, queriesOf } from '../../page.ts'
import type { Env } from '../../request-context.ts'

const manage = 'org:sys_domains:manage'

const readContextOf = (c: Context<Env>): MemberContext => {
  const context = memberContextFor(c, 'org:sys_domains:read')
  assertDomainsEnabled(context)
  return context
}

const callOf = (c: Context<Env>, ...fields: string[]): MemberCall => {
  const call = memberCallOf(c, manage, ...fields)
  assertDomainsEnabled(call.context)
  return call
}

// Who came since is offered to at the latest when somebody looks.
const toJson =
  ({ instance, membership }: MemberContext) =>
  (domain: OrganizationDomainRecord) => {
    offerToOwners(instance, domain)
    return toOrganizationDomainJson(instance, domain, membership.permissions.includes(manage))
  }

const answer = (c: Context<Env>, context: MemberContext, domain: OrganizationDomainRecord) => {
  const json = toJson(context)(domain)
  return answerWrapped(c, () => json)
}

const list = (c: Context<Env>) => {
  const context = readContextOf(c)
  const modes = queriesOf(c, 'enrollment_mode')
  const verified = c.req.query('verified')
  const found = domainsOf(context)
    .filter(({ enrollmentMode }) => modes.length === 0 || modes.includes(enrollmentMode))
    .filter(domain => !verified || String(isVerified(domain)) === verified)
    .map(({ id }) => findDomain(context, id))
  return answerPage(c, found, toJson(context))
}

const get = (c: Context<Env>) => {
  const context = readContextOf(c)
  return answer(c, context, findDomain(context, c.req.param('domain_id') ?? ''))
}

const remove = (c: Context<Env>) => {
  const { context } = callOf(c)
  const domain = findDomain(context, c.req.param('domain_id') ?? '')
  deleteDomain(context, domain)
  return answerWrapped(c, () => toDeletedJson('organization_domain', domain.id))
}

type Step = (context: MemberContext, domain: OrganizationDomainRecord, params: Params) => void

const step =
  (run: Step, ...fields: string[]) =>
  (c: Context<Env>) => {
    const { context, params } = callOf(c, ...fields)
    const domain = findDomain(context, c.req.param('domain_id') ?? '')
    run(context, domain, params)
    return answer(c, context, domain)
  }

const answerEach = (
  c: Context<Env>,
  context: MemberContext,
  tasks: readonly Task<OrganizationDomainRecord>[],
  keyName: string,
) => {
  const { done, failed } = runEach(tasks)
  const data = done.map(toJson(context))
  const errors = failed.map(({ key, code }) => ({ [keyName]: key, code }))
  return answerWrapped(c, () => ({ data, errors }))
}

const stepEach = (run: Step) => (c: Context<Env>) => {
  const { context, params } = callOf(c, 'organization_domain_ids[]')
  const ids = params.list('organization_domain_ids')
  if (ids.length === 0) throw paramNil('organization_domain_ids')
  const tasks = ids.map(id => ({
    key: id,
    run: () => {
      const domain = findDomain(context, id)
      run(context, domain, params)
      return domain
    },
  }))
  return answerEach(c, context, tasks, 'id')
}

/** `/v1/organizations/{id}/domains`: domains of email addresses that belong to an organization. */
export const createOrganizationDomainRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/:organization_id/domains', list)
    .post('/:organization_id/domains', c => {
      const { context, params } = callOf(c, 'name', 'enrollment_mode')
      return answer(c, context, createDomain(context, params))
    })
    .post('/:organization_id/domains/bulk', c => {
      const { context, params } = callOf(c, 'names[]', 'enrollment_mode')
      const tasks = createDomains(context, params)
      return answerEach(c, context, tasks, 'name')
    })
    .post(
      '/:organization_id/domains/prepare_ownership_verification/bulk',
      stepEach(prepareOwnership),
    )
    .post(
      '/:organization_id/domains/attempt_ownership_verification/bulk',
      stepEach(attemptOwnership),
    )
    .get('/:organization_id/domains/:domain_id', get)
    .delete('/:organization_id/domains/:domain_id', remove)
    .post(
      '/:organization_id/domains/:domain_id/update_enrollment_mode',
      step(updateEnrollmentMode, 'enrollment_mode', 'delete_pending'),
    )
    .post(
      '/:organization_id/domains/:domain_id/prepare_affiliation_verification',
      step(prepareAffiliation, 'affiliation_email_address'),
    )
    .post(
      '/:organization_id/domains/:domain_id/attempt_affiliation_verification',
      step(attemptAffiliation, 'code'),
    )
    .post(
      '/:organization_id/domains/:domain_id/prepare_ownership_verification',
      step(prepareOwnership),
    )
    .post(
      '/:organization_id/domains/:domain_id/attempt_ownership_verification',
      step(attemptOwnership),
    )
