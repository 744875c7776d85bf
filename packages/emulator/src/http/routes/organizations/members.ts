import { type Context, Hono } from 'hono'
import {
  addMember,
  changeRole,
  findMember,
  findMembers,
  type Member,
  quit,
} from '../../../domain/organization/members.ts'
import { acceptRequest, rejectRequest, requestsTo } from '../../../domain/organization/requests.ts'
import { toMembershipJson } from '../../../serialize/organization.ts'
import { toMembershipRequestJson } from '../../../serialize/organization-offers.ts'
import { answerWrapped } from '../../envelope.ts'
import { memberCallOf, memberContextFor } from '../../member-context.ts'
import { answerPage, answerPageOrList, queriesOf, withStatus } from '../../page.ts'
import { contextOf, type Env } from '../../request-context.ts'

const manage = 'org:sys_memberships:manage'

const toJson =
  (c: Context<Env>) =>
  ({ user, membership }: Member) =>
    toMembershipJson(contextOf(c).instance, user, membership)

const answer = (c: Context<Env>, member: Member) => answerWrapped(c, () => toJson(c)(member))

const list = (c: Context<Env>) => {
  const context = memberContextFor(c, 'org:sys_memberships:read')
  const found = findMembers(context, c.req.query('query') ?? '', queriesOf(c, 'role'))
  return answerPageOrList(c, found, toJson(c))
}

const remove = (c: Context<Env>) => {
  const { context } = memberCallOf(c, manage)
  const member = findMember(context, c.req.param('user_id') ?? '')
  // told as it was: afterwards there is none
  const json = toJson(c)(member)
  quit(context.instance, member.membership)
  return answerWrapped(c, () => json)
}

const decide = (verb: typeof acceptRequest) => (c: Context<Env>) => {
  const { context } = memberCallOf(c, manage)
  const request = verb(context, c.req.param('request_id') ?? '')
  return answerWrapped(c, () => toMembershipRequestJson(context.instance, request))
}

const listRequests = (c: Context<Env>) => {
  const context = memberContextFor(c, manage)
  const all = withStatus(c, ['pending', 'accepted', 'rejected'], requestsTo(context))
  return answerPage(c, all, request => toMembershipRequestJson(context.instance, request))
}

/** `/v1/organizations/{id}/memberships` and `…/membership_requests`: who is in it, and who asks. */
export const createMemberRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/:organization_id/memberships', list)
    .post('/:organization_id/memberships', c => {
      const { context, params } = memberCallOf(c, manage, 'user_id', 'role')
      return answer(c, addMember(context, params))
    })
    .patch('/:organization_id/memberships/:user_id', c => {
      const { context, params } = memberCallOf(c, manage, 'role')
      return answer(c, changeRole(context, c.req.param('user_id'), params))
    })
    .delete('/:organization_id/memberships/:user_id', remove)
    .get('/:organization_id/membership_requests', listRequests)
    .post('/:organization_id/membership_requests/:request_id/accept', decide(acceptRequest))
    .post('/:organization_id/membership_requests/:request_id/reject', decide(rejectRequest))
