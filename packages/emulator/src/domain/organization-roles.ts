import type { Instance } from '../model/instance.ts'

/** What a role of the service itself can allow. */
export type SystemPermission =
  | 'org:sys_profile:manage'
  | 'org:sys_profile:delete'
  | 'org:sys_memberships:read'
  | 'org:sys_memberships:manage'
  | 'org:sys_domains:read'
  | 'org:sys_domains:manage'

// What the roles that every instance has allow.
const systemRoles: Readonly<Record<string, readonly SystemPermission[]>> = {
  'org:admin': [
    'org:sys_profile:manage',
    'org:sys_profile:delete',
    'org:sys_memberships:read',
    'org:sys_memberships:manage',
    'org:sys_domains:read',
    'org:sys_domains:manage',
  ],
  'org:member': ['org:sys_memberships:read'],
}

/** The role of who creates an organization. */
export const creatorRole = 'org:admin'

/** The role of who joins by a suggestion or a verified domain. */
export const defaultRole = 'org:member'

/** The roles of the instance with what they allow, those of the application last. */
export const rolesOf = ({
  settings,
}: Pick<Instance, 'settings'>): Readonly<Record<string, readonly string[]>> => ({
  ...systemRoles,
  ...settings.organizationRoles,
})

/** What a role allows; nothing for one that the instance does not know. */
export const permissionsOf = (instance: Pick<Instance, 'settings'>, role: string): string[] => {
  const roles = rolesOf(instance)
  return Object.hasOwn(roles, role) ? [...(roles[role] ?? [])] : []
}
