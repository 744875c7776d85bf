import type { Claims } from '../lib/claims.ts'
import type { Instance } from '../model/instance.ts'
import type { MintedToken, SessionRecord } from '../model/records/session.ts'
import type { JwtTemplate } from '../model/settings.ts'
import { organizationClaims } from './organization-claims.ts'
import { fillShortcodes } from './shortcodes.ts'

const inMinutes = (ms: number) => Math.max(0, Math.floor(ms / 60_000))

/** Minutes since each factor was verified; -1 for one that never was. */
export const factorAges = (instance: Instance, session: SessionRecord): [number, number] => {
  const now = instance.clock.now()
  const { firstFactorVerifiedAt: first, secondFactorVerifiedAt: second } = session
  return [inMinutes(now - first), second === null ? -1 : inMinutes(now - second)]
}

// Claims that depend on what the session is, and not on when the token is made.
const lastingClaims = (
  instance: Instance,
  session: SessionRecord,
  organizationId = session.lastActiveOrganizationId,
): Claims => {
  const origin = instance.database.clients.get(session.clientId)?.origin
  return {
    ...(session.actor ? { act: session.actor as Claims } : {}), // as: any JSON is a claim
    ...(origin ? { azp: origin } : {}),
    iss: instance.issuer,
    ...organizationClaims(instance, session.userId, organizationId),
    sid: session.id,
    sts: session.status,
    sub: session.userId,
    v: 2,
  }
}

/**
 * Mints a session token: RS256, `tokenLifetime` long, with the origin-issued-at time
 * in its header.
 *
 * @param organizationId the organization it is for, the session's active one unless another is
 * given; `null` for none.
 * @param lifetime ms it lives; as the settings say when not given.
 */
export const mintSessionToken = async (
  instance: Instance,
  session: SessionRecord,
  organizationId?: string | null,
  lifetime = instance.settings.tokenLifetime,
): Promise<MintedToken> => {
  const iat = Math.floor(instance.clock.now() / 1000)
  const exp = iat + Math.floor(lifetime / 1000)
  const lasting = lastingClaims(instance, session, organizationId)
  const ages = factorAges(instance, session)
  const claims = {
    ...lasting,
    exp,
    fva: ages,
    iat,
    jti: instance.ids.secret('jti').slice(0, 20),
    nbf: iat - 10,
  }
  const jwt = await instance.signer.sign(claims, { cat: 'cl_B7d4PD111AAA', oiat: iat })
  return { jwt, expiresAt: exp * 1000, basis: JSON.stringify(lasting), factorAges: ages }
}

/**
 * Mints a token from a JWT template of the settings: its claims, and those that every token has.
 */
export const mintTemplateToken = async (
  instance: Instance,
  session: SessionRecord,
  { claims, lifetime = instance.settings.tokenLifetime }: JwtTemplate,
): Promise<string> => {
  const { azp, iss, sub } = lastingClaims(instance, session)
  const iat = Math.floor(instance.clock.now() / 1000)
  const exp = iat + Math.floor(lifetime / 1000)
  const jti = instance.ids.secret('jti').slice(0, 20)
  const own = { ...(azp === undefined ? {} : { azp }), iss, sub, exp, iat, jti, nbf: iat - 10 }
  const filled = fillShortcodes(instance, session, claims)
  return instance.signer.sign({ ...filled, ...own } as Claims, {
    cat: 'cl_B7d4PD222AAA',
    oiat: iat,
  }) // as: a template may hold any JSON
}

/** Whether the token kept for a session may still be shown as its last active one. */
export const isFresh = (instance: Instance, session: SessionRecord): boolean =>
  session.token !== null &&
  session.token.expiresAt - instance.clock.now() >= instance.settings.tokenRenewal &&
  session.token.basis === JSON.stringify(lastingClaims(instance, session))
