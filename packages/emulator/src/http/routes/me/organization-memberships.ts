import { type Context, Hono } from 'hono'
import { endMembership, membershipIn, membershipsOf } from '../../../domain/organizations.ts'
import { markUserChanged } from '../../../domain/users.ts'
import { organizationNotFound } from '../../../lib/api-errors.ts'
import { toDeletedJson } from '../../../serialize/deleted.ts'
import { toMembershipJson } from '../../../serialize/organization.ts'
import { type Env, paramsOf } from '../../call.ts'
import { callerOf } from '../../caller.ts'
import { answerWrapped } from '../../envelope.ts'
import { pageOf } from '../../page.ts'

const list = (c: Context<Env>) => {
  const { instance, user } = callerOf(c)
  const all = membershipsOf(instance, user.id)
  const page = pageOf(c, all)
  const toPage = () => page.map(membership => toMembershipJson(instance, user, membership))
  const isPaginated = c.req.query('paginated') === 'true'
  return answerWrapped(c, () =>
    isPaginated ? { data: toPage(), total_count: all.length } : toPage(),
  )
}

const leave = (c: Context<Env>) => {
  const { instance, user } = callerOf(c)
  paramsOf(c)
  const membership = membershipIn(instance, user.id, c.req.param('id') ?? '')
  if (!membership) throw organizationNotFound()
  endMembership(instance, membership)
  markUserChanged(instance, user)
  return answerWrapped(c, () => toDeletedJson('organization_membership', membership.id))
}

/** `/v1/me/organization_memberships`: what the caller is a member of. */
export const createMembershipRoutes = (): Hono<Env> =>
  new Hono<Env>().get('/', list).delete('/:id', leave)
