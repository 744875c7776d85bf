import { isText, own } from '../is-object.ts'
import type { Session } from '../view/session-view.ts'

export { parseClaims } from '../tokens/jwt.ts'

/** How recently which factors must have been verified. */
export interface ReverificationConfig {
  /** Which factors have to be verified recently enough. */
  readonly level: 'first_factor' | 'second_factor' | 'multi_factor'
  /** A verification that is this many minutes old is too old; more than 0. */
  readonly afterMinutes: number
}

/** What is asked for; everything that is asked for must hold. At least one thing must be. */
export interface AuthorizationParams {
  /** A role in the session's organization; with or without `org:`. */
  readonly role?: string | undefined
  /** A permission in the session's organization; with or without `org:`. */
  readonly permission?: string | undefined
  /** A feature; `org:` or `user:` before it says whose. */
  readonly feature?: string | undefined
  /** A plan; `org:` or `user:` before it says whose. */
  readonly plan?: string | undefined
  /** How recently factors were verified: a name for usual values, or the values. */
  readonly reverification?:
    | ReverificationConfig
    | 'strict_mfa'
    | 'strict'
    | 'moderate'
    | 'lax'
    | undefined
}

/** What is read of a session; a session of `clientele.client` fits. */
export type AuthorizedSession = Pick<
  Session,
  'id' | 'status' | 'user' | 'lastActiveOrganizationId' | 'factorVerificationAge'
>

/** The claims in a session token. */
export type Claims = Readonly<Record<string, unknown>>

type Check = (asked: unknown, session: AuthorizedSession, claims: Claims | undefined) => boolean

const presets: Readonly<Record<string, ReverificationConfig>> = {
  strict_mfa: { level: 'multi_factor', afterMinutes: 10 },
  strict: { level: 'second_factor', afterMinutes: 10 },
  moderate: { level: 'second_factor', afterMinutes: 60 },
  lax: { level: 'second_factor', afterMinutes: 1440 },
}

const toOrganizational = (name: string) => (name.startsWith('org:') ? name : `org:${name}`)

/** The one membership in the session's organization, if it is whole. */
const membershipOf = ({ user, lastActiveOrganizationId: id }: AuthorizedSession) => {
  const [membership, another] =
    user?.organizationMemberships.filter(({ organization }) => organization.id === id) ?? []
  const whole = isText(membership?.role) && Array.isArray(membership.permissions)
  return isText(id) && whole && !another && membership.permissions.every(isText)
    ? membership
    : undefined
}

const hasRole: Check = (asked, session) => {
  const { role } = membershipOf(session) ?? {}
  return isText(asked) && role !== undefined && toOrganizational(role) === toOrganizational(asked)
}

const hasPermission: Check = (asked, session) =>
  isText(asked) &&
  membershipOf(session)?.permissions.some(
    name => toOrganizational(name) === toOrganizational(asked),
  ) === true

const scopes: Readonly<Record<string, string>> = { org: 'o', o: 'o', user: 'u', u: 'u' }

/**
 * Claims of a token of this session; what an organization has counts only where it is the
 * session's.
 */
const scopesOf = (
  { id, lastActiveOrganizationId }: AuthorizedSession,
  { sid, o, org_id }: Claims,
): string => {
  const organization = typeof o === 'object' && o !== null && 'id' in o ? o.id : org_id
  if (sid !== id) return ''
  return isText(organization) && organization === lastActiveOrganizationId ? 'uo' : 'u'
}

/** Features and plans are lists in one text: `o:one,u:two`. */
const isListed =
  (claim: 'fea' | 'pla'): Check =>
  (asked, session, claims) => {
    const list = claims?.[claim]
    if (!claims || !isText(asked) || !isText(list)) return false
    const [name, scope, ...more] = asked.split(':').reverse()
    const valid = scopesOf(session, claims)
    const wanted = scope === undefined ? valid : own(scopes, scope)
    if (!name || !wanted || more.length > 0) return false
    return list.split(',').some(item => {
      const [letters = '', listed, ...rest] = item.trim().split(':')
      const counts = [...letters].some(letter => wanted.includes(letter) && valid.includes(letter))
      return counts && /^[ou]+$/.test(letters) && listed === name && rest.length === 0
    })
  }

const isAge = (age: unknown): boolean => Number.isFinite(age) && (age === -1 || Number(age) >= 0)

const isConfig = (value: unknown): value is ReverificationConfig => {
  if (typeof value !== 'object' || value === null || Reflect.ownKeys(value).length !== 2)
    return false
  // as: both are looked at here
  const { level, afterMinutes } = value as Partial<ReverificationConfig>
  return isText(level) && Number.isFinite(afterMinutes) && Number(afterMinutes) > 0
}

/** -1 is a factor that this user does not have. */
const isVerified: Check = (asked, { factorVerificationAge: ages }) => {
  const config = typeof asked === 'string' ? own(presets, asked) : asked
  if (!isConfig(config) || ages?.length !== 2 || !ages.every(isAge)) return false
  const isFresh = (age = -1) => (age === -1 ? undefined : config.afterMinutes > age)
  const first = isFresh(ages[0])
  const last = isFresh(ages[1]) ?? first
  if (config.level === 'first_factor') return first === true
  if (config.level === 'second_factor') return last === true
  return config.level === 'multi_factor' && first === true && last === true
}

const checks: Readonly<Record<string, Check>> = {
  role: hasRole,
  permission: hasPermission,
  feature: isListed('fea'),
  plan: isListed('pla'),
  reverification: isVerified,
}

/**
 * Whether an active session may do something: everything asked for holds. Asking for
 * nothing, for something unknown or `undefined`, and anything malformed, are all `false`; it never
 * throws.
 *
 * What a page shows may depend on it; what a server does must depend on the server's own check.
 * Ages of factors are as old as the last answer that brought the session.
 *
 * @param claims of a token of this session: features and plans stand nowhere else, and a store
 * holds no tokens, so without them, or with those of another session, every feature and plan is
 * `false`. An organization's need a token of the session's organization. Nothing here checks the
 * token's signature or its end.
 * @example
 * checkAuthorization(clientele.session, { role: 'admin', reverification: 'strict' })
 * const claims = parseClaims(await clientele.getToken())
 * checkAuthorization(clientele.session, { plan: 'org:pro' }, claims)
 */
export const checkAuthorization = (
  session: AuthorizedSession | null | undefined,
  params: AuthorizationParams,
  claims?: Claims,
): boolean => {
  try {
    // A pending session has tasks left before it may do anything.
    if (session?.status !== 'active') return false
    const asked: [PropertyKey, unknown][] = Reflect.ownKeys(params).map(key => [
      key,
      Reflect.get(params, key),
    ])
    return (
      asked.length > 0 &&
      asked.every(([key, value]) => own(checks, String(key))?.(value, session, claims) === true)
    )
  } catch {
    return false
  }
}
