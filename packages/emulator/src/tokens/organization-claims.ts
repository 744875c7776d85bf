import { membershipIn, organizationOf } from '../domain/organizations.ts'
import type { Claims } from '../lib/claims.ts'
import type { Instance } from '../model/instance.ts'

const unique = (texts: readonly string[]): string[] => [...new Set(texts)].sort()

// Permissions of the service itself, `org:sys_…`, are not in tokens.
const custom = /^org:(?!sys_)([^:]+):([^:]+)$/

/**
 * Permissions as a table in little space: the features are listed in `fea`, the names of what may
 * be done in `per`, and `fpm` has one number for each feature, whose lowest bit is the first name.
 */
const toTable = (permissions: readonly string[]) => {
  const pairs = permissions.flatMap(permission => {
    const [, feature, action] = custom.exec(permission) ?? []
    return feature && action ? [{ feature, action }] : []
  })
  const features = unique(pairs.map(({ feature }) => feature))
  const actions = unique(pairs.map(({ action }) => action))
  const has = (feature: string, action: string) =>
    pairs.some(pair => pair.feature === feature && pair.action === action)
  const masks = features.map(feature =>
    actions.reduce((mask, action, bit) => mask + (has(feature, action) ? 2 ** bit : 0), 0),
  )
  return { features, actions, masks }
}

/**
 * The claims of a session in an organization, second version; none in the personal
 * account.
 */
export const organizationClaims = (
  instance: Instance,
  userId: string,
  organizationId: string | null,
): Claims => {
  const membership = membershipIn(instance, userId, organizationId)
  if (!membership) return {}
  const { id, slug } = organizationOf(instance, membership)
  const { features, actions, masks } = toTable(membership.permissions)
  const role = { id, rol: membership.role.replace(/^org:/, ''), slg: slug }
  if (features.length === 0) return { o: role }
  return {
    fea: features.map(feature => `o:${feature}`).join(),
    o: { ...role, fpm: masks.join(), per: actions.join() },
  }
}
