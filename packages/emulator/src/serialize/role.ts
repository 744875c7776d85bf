import { creatorRole } from '../domain/organization-roles.ts'
import { roleNameOf } from './organization.ts'

const day = Date.UTC(2024, 0, 1)
// An instance is made with its roles: they have no time of their own.
const times = { created_at: day, updated_at: day }

const idOf = (prefix: string, key: string): string => `${prefix}_${key.replace(/\W/g, '_')}`

/** `org:sys_memberships:manage` is called `Manage memberships`. */
const permissionNameOf = (key: string): string => {
  const [, feature = '', action = ''] = key.split(':')
  return `${roleNameOf(action)} ${feature.replace(/^sys_/, '').replaceAll('_', ' ')}`.trim()
}

const toPermissionJson = (key: string) => ({
  object: 'permission',
  id: idOf('perm', key),
  key,
  name: permissionNameOf(key),
  description: '',
  type: key.startsWith('org:sys_') ? 'system' : 'user',
  ...times,
})

/** A role of the instance with what it allows. */
export const toRoleJson = ([key, permissions]: readonly [string, readonly string[]]) => ({
  object: 'role',
  id: idOf('role', key),
  key,
  name: roleNameOf(key),
  description: '',
  is_creator_eligible: key === creatorRole,
  permissions: permissions.map(toPermissionJson),
  ...times,
})
