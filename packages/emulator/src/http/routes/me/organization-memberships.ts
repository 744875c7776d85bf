import { type Context, Hono } from 'hono'
import { quit } from '../../../domain/organization/members.ts'
import { membershipIn, membershipsOf } from '../../../domain/organizations.ts'
import { organizationNotFound } from '../../../lib/api-errors.ts'
import { toDeletedJson } from '../../../serialize/deleted.ts'
import { toMembershipJson } from '../../../serialize/organization.ts'
import { answerWrapped } from '../../envelope.ts'
import { answerPageOrList } from '../../page.ts'
import { type Env, paramsOf } from '../../request-context.ts'
import { signedInContextOf } from '../../signed-in-context.ts'

const list = (c: Context<Env>) => {
  const { instance, user } = signedInContextOf(c)
  const all = membershipsOf(instance, user.id)
  return answerPageOrList(c, all, membership => toMembershipJson(instance, user, membership))
}

const leave = (c: Context<Env>) => {
  const { instance, user } = signedInContextOf(c)
  paramsOf(c)
  const membership = membershipIn(instance, user.id, c.req.param('id') ?? '')
  if (!membership) throw organizationNotFound()
  quit(instance, membership)
  return answerWrapped(c, () => toDeletedJson('organization_membership', membership.id))
}

/** `/v1/me/organization_memberships`: what the caller is a member of. */
export const createMembershipRoutes = (): Hono<Env> =>
  new Hono<Env>().get('/', list).delete('/:id', leave)
