import { type AccountApi, createAccount } from '../modules/account.ts'
import {
  type AuthorizationParams,
  checkAuthorization,
  parseClaims,
} from '../modules/authorization.ts'
import { choosePasskey, requireWebAuthn } from '../modules/choose-passkey.ts'
import type { PublicUserData, SessionTask } from '../records.ts'
import type { Session } from '../view/session-view.ts'
import { live, once } from './live.ts'
import type { ShownStore } from './shown-store.ts'
import type { UserResource } from './user.ts'

/** What a token is asked for with. */
export interface GetTokenOptions {
  template?: string | undefined
  organizationId?: string | undefined
  skipCache?: boolean | undefined
}

/** Gives a token, or `null` when nobody is signed in. */
export type GetToken = (options?: GetTokenOptions) => Promise<string | null>

/** What must hold for somebody to be allowed something. */
export type CheckAuthorization = (params: AuthorizationParams) => boolean

/** The claims of a session token, as the token of either version has them. */
export interface JwtPayload {
  sub: string
  sid: string
  iss: string
  iat: number
  exp: number
  nbf: number
  azp?: string
  act?: { sub: string; [name: string]: unknown }
  sts?: string
  fva?: [number, number]
  org_id?: string
  org_slug?: string
  org_role?: string
  v?: number
  o?: { id: string; slg?: string; rol?: string; per?: string; fpm?: string }
  [name: string]: unknown
}

const verifications = [
  'startVerification',
  'prepareFirstFactorVerification',
  'attemptFirstFactorVerification',
  'prepareSecondFactorVerification',
  'attemptSecondFactorVerification',
] as const

/** Proving once more who one is. */
type VerificationMethods = Pick<AccountApi, (typeof verifications)[number]>

/** The account is made when it is asked for: a session is shown anew with each change of it. */
const verificationMethods = (account: () => AccountApi): VerificationMethods =>
  Object.fromEntries(
    // as: each takes one object of parameters, and has its own type of it
    verifications.map(name => [name, (params: never) => account()[name](params)]),
  ) as VerificationMethods

/** Proves the first factor with a passkey. @throws TypeError for another factor. */
const verifyWithPasskey = async (
  account: AccountApi,
  { level = 'first_factor' }: Parameters<SessionResource['verifyWithPasskey']>[0] = {},
) => {
  if (level !== 'first_factor')
    throw new TypeError('verifyWithPasskey() proves the first factor: a passkey is no second one')
  const port = requireWebAuthn()
  const strategy = 'passkey'
  const { firstFactorVerification } = await account.prepareFirstFactorVerification({ strategy })
  const publicKeyCredential = await choosePasskey(port, firstFactorVerification.nonce)
  return account.attemptFirstFactorVerification({ strategy, publicKeyCredential })
}

/** A session of this client under Clerk's names: it shows what is true now. */
export interface SessionResource extends VerificationMethods {
  id: string
  status:
    | 'active'
    | 'pending'
    | 'ended'
    | 'expired'
    | 'removed'
    | 'revoked'
    | 'abandoned'
    | 'replaced'
  expireAt: Date
  abandonAt: Date
  lastActiveAt: Date
  lastActiveOrganizationId: string | null
  lastActiveToken: { jwt: { claims: JwtPayload }; getRawString: () => string } | null
  /** Minutes since the first and the second factor were verified; -1 where not enrolled. */
  factorVerificationAge: [number, number] | null
  actor: { sub: string; [name: string]: unknown } | null
  agent: { sub: string; [name: string]: unknown } | null
  tasks: SessionTask[] | null
  currentTask?: SessionTask
  user: UserResource | null
  publicUserData: Omit<PublicUserData, 'userId' | 'username'> & { userId?: string }
  createdAt: Date
  updatedAt: Date
  /** Has a passkey chosen for a verification that was started, and sends it. */
  verifyWithPasskey: (params?: {
    level?: 'first_factor' | undefined
  }) => ReturnType<AccountApi['attemptFirstFactorVerification']>
  end: () => Promise<SessionResource>
  remove: () => Promise<SessionResource>
  touch: (params?: object) => Promise<SessionResource>
  reload: (params?: { rotatingTokenNonce?: string }) => Promise<SessionResource>
  getToken: GetToken
  checkAuthorization: CheckAuthorization
  clearCache: () => void
}

/** A session whose user is signed in: `active`, or `pending` with tasks left. */
export interface SignedInSessionResource extends SessionResource {
  status: 'active' | 'pending'
  user: UserResource
}

/** The claims of the last token of a session. */
export const claimsOf = ({ lastActiveToken }: Session): JwtPayload | undefined =>
  // as: what a token of this API holds
  parseClaims(lastActiveToken?.getRawString() ?? null) as JwtPayload | undefined

/** Sessions of the client under Clerk's names: a new object for each change of one. */
export const createSessions = (
  { clientele, kernel }: ShownStore,
  toUser: (session: Session) => UserResource | null,
): ((session: Session) => SessionResource) => {
  const toSession = once((session: Session): SessionResource => {
    let shown = session
    const now = () => {
      shown = clientele.client?.sessions.find(({ id }) => id === session.id) ?? shown
      return shown
    }
    const then = async (changed: Promise<Session>) => {
      shown = await changed
      return resource
    }
    const account = () => createAccount(kernel, { sessionId: session.id })
    const resource: SessionResource = live(now, {
      ...verificationMethods(account),
      verifyWithPasskey: params => verifyWithPasskey(account(), params),
      get user() {
        return toUser(now())
      },
      get publicUserData() {
        const { publicUserData } = now()
        // as: what a server leaves out is not there
        return (publicUserData ?? {}) as SessionResource['publicUserData']
      },
      get lastActiveToken() {
        const claims = claimsOf(now())
        const token = now().lastActiveToken
        return token && claims ? { ...token, jwt: { claims } } : null
      },
      end: () => then(session.end()),
      remove: () => then(session.remove()),
      touch: () => then(session.touch()),
      reload: () => then(session.reload()),
      getToken: options => session.getToken(options),
      clearCache: session.clearCache,
      checkAuthorization: params => checkAuthorization(now(), params, claimsOf(now())),
    })
    return resource
  })
  return toSession
}
