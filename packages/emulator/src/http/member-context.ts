import type { Context } from 'hono'
import { type MemberContext, memberContextOf } from '../domain/organization/access.ts'
import type { SystemPermission } from '../domain/organization-roles.ts'
import type { Params } from '../domain/params.ts'
import { type Env, paramsOf } from './request-context.ts'
import { signedInContextOf } from './signed-in-context.ts'

const idOf = (c: Context<Env>): string => c.req.param('organization_id') ?? ''

/**
 * The organization that a path names, for one of its members.
 *
 * @throws ApiError 401 for who is signed out, 404 for who is no member, and 403 for a member who
 * may not.
 */
export const memberContextFor = (c: Context<Env>, permission?: SystemPermission): MemberContext =>
  memberContextOf(signedInContextOf(c), idOf(c), permission)

/** What a member asks to be changed in an organization. */
export interface MemberCall {
  readonly context: MemberContext
  readonly params: Params
}

/**
 * The same with the form of the request, none but the known fields.
 *
 * @throws ApiError 422 for a field that is unknown, whatever the organization.
 */
export const memberCallOf = (
  c: Context<Env>,
  permission: SystemPermission,
  ...fields: string[]
): MemberCall => {
  const signedIn = signedInContextOf(c)
  const params = paramsOf(c, ...fields)
  return { params, context: memberContextOf(signedIn, idOf(c), permission) }
}
