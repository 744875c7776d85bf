import type { Context } from 'hono'
import { type MemberContext, memberContextOf } from '../domain/organization/access.ts'
import type { SystemPermission } from '../domain/organization-roles.ts'
import type { Env } from './request-context.ts'
import { signedInContextOf } from './signed-in-context.ts'

/**
 * The organization that a path names, for one of its members.
 *
 * @throws ApiError 401 for who is signed out, 404 for who is no member, and 403 for a member who
 * may not.
 */
export const memberContextFor = (c: Context<Env>, permission?: SystemPermission): MemberContext =>
  memberContextOf(signedInContextOf(c), c.req.param('organization_id') ?? '', permission)
