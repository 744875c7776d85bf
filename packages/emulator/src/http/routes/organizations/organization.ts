import { type Context, Hono } from 'hono'
import {
  createOwnOrganization,
  deleteLogo,
  deleteOwnOrganization,
  setLogo,
  updateOrganization,
} from '../../../domain/organization/profile.ts'
import { rolesOf } from '../../../domain/organization-roles.ts'
import { paramMissing } from '../../../lib/api-errors.ts'
import type { OrganizationRecord } from '../../../model/records/organization.ts'
import { toDeletedJson } from '../../../serialize/deleted.ts'
import { toOrganizationJson } from '../../../serialize/organization.ts'
import { toRoleJson } from '../../../serialize/role.ts'
import { answerWrapped } from '../../envelope.ts'
import { memberCallOf, memberContextFor } from '../../member-context.ts'
import { answerPage } from '../../page.ts'
import { contextOf, type Env, paramsOf } from '../../request-context.ts'
import { signedInContextOf } from '../../signed-in-context.ts'

const answer = (c: Context<Env>, organization: OrganizationRecord) =>
  answerWrapped(c, () => toOrganizationJson(contextOf(c).instance, organization))

const update = (c: Context<Env>) => {
  const { context, params } = memberCallOf(c, 'org:sys_profile:manage', 'name', 'slug')
  return answer(c, updateOrganization(context, params))
}

const remove = (c: Context<Env>) => {
  const { context } = memberCallOf(c, 'org:sys_profile:delete')
  deleteOwnOrganization(context)
  return answerWrapped(c, () => toDeletedJson('organization', context.organization.id))
}

const putLogo = (c: Context<Env>) => {
  const { context } = memberCallOf(c, 'org:sys_profile:manage', 'file')
  const { upload } = contextOf(c).incoming
  if (!upload) throw paramMissing('file')
  return answer(c, setLogo(context, upload))
}

const listRoles = (c: Context<Env>) => {
  const { instance } = memberContextFor(c, 'org:sys_memberships:read')
  const roles = Object.entries(rolesOf(instance))
  return answerPage(c, roles, toRoleJson, { has_role_set_migration: false })
}

/** `/v1/organizations`: an organization itself; whoever creates one is its administrator. */
export const createOrganizationRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .post('/', c =>
      answer(c, createOwnOrganization(signedInContextOf(c), paramsOf(c, 'name', 'slug'))),
    )
    .get('/:organization_id', c => answer(c, memberContextFor(c).organization))
    .patch('/:organization_id', update)
    .delete('/:organization_id', remove)
    .put('/:organization_id/logo', putLogo)
    .delete('/:organization_id/logo', c => {
      const { context } = memberCallOf(c, 'org:sys_profile:manage')
      const id = deleteLogo(context)
      return answerWrapped(c, () => toDeletedJson('image', id))
    })
    .get('/:organization_id/roles', listRoles)
