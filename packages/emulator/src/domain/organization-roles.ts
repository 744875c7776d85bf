// What the roles that every instance has allow.
const roles: Readonly<Record<string, readonly string[]>> = {
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

/** What a role allows; nothing for one that only the application knows. */
export const permissionsOf = (role: string): string[] => [...(roles[role] ?? [])]
