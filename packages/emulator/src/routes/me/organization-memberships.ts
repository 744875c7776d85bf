import { type Context, Hono } from 'hono'
import { type Env, paramsOf } from '../../http/call.ts'
import { callerOf } from '../../http/caller.ts'
import { answerWrapped } from '../../http/envelope.ts'
import { organizationNotFound, paramFormatInvalid } from '../../refusals.ts'
import { toDeletedJson } from '../../serialize/deleted.ts'
import { toMembershipJson } from '../../serialize/organization.ts'
import { endMembership, membershipIn, membershipsOf } from '../../state/organizations.ts'
import { markUserChanged } from '../../state/users.ts'

const readNumber = (
  c: Context<Env>,
  name: string,
  fallback: number,
  [least, most]: readonly [number, number],
): number => {
  const text = c.req.query(name)
  if (text === undefined) return fallback
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (!(number >= least && number <= most))
    throw paramFormatInvalid(name, `a number from ${least} to ${most}`)
  return number
}

const list = (c: Context<Env>) => {
  const { instance, user } = callerOf(c)
  const limit = readNumber(c, 'limit', 10, [1, 500])
  const offset = readNumber(c, 'offset', 0, [0, 999_999_999])
  const all = membershipsOf(instance, user.id)
  const toPage = () =>
    all
      .slice(offset, offset + limit)
      .map(membership => toMembershipJson(instance, user, membership))
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
