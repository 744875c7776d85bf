import { type AccountApi, createAccount } from '../modules/account.ts'
import {
  type AuthorizationParams,
  checkAuthorization,
  parseClaims,
} from '../modules/authorization.ts'
import { choosePasskey, requireWebAuthn } from '../modules/choose-passkey.ts'
import type { PublicUserData, SessionTask } from '../records.ts'
import { once } from '../view/once.ts'
import type { Session } from '../view/session-view.ts'
import { follow, live } from './live.ts'
import type { ShownStore } from './shown-store.ts'
import type { UserResource } from './user-resource.ts'

/** What a token is asked for with. */
export interface GetTokenOptions {
  /** Name of a JWT template of the instance. */
  template?: string | undefined
  /** Left out, the active organization; the API mints tokens for no other. */
  organizationId?: string | undefined
  /** Asks the server, also where a token is at hand. */
  skipCache?: boolean | undefined
}

/** Gives a token, or `null` when nobody is signed in. */
export type GetToken = (options?: GetTokenOptions) => Promise<string | null>

/** What must hold for somebody to be allowed something. */
export type CheckAuthorization = (params: AuthorizationParams) => boolean

/** The claims of a session token, as the token of either version has them. */
export interface JwtPayload {
  /** Id of the user. */
  sub: string
  /** Id of the session. */
  sid: string
  /** Address of the Frontend API that made it. */
  iss: string
  /** Epoch seconds. */
  iat: number
  /** Epoch seconds. */
  exp: number
  /** Epoch seconds; not valid before. */
  nbf: number
  /** Origin of the page that asked for the token. */
  azp?: string
  /** Who acts for the user; `sub` is its id. */
  act?: { sub: string; [name: string]: unknown }
  /** `pending` while the session has tasks left. */
  sts?: string
  /** Minutes since the first and the second factor were verified; -1 for never. */
  fva?: [number, number]
  /** Version 1 of the claims: the active organization. */
  org_id?: string
  /** Version 1 of the claims: slug of the active organization. */
  org_slug?: string
  /** Version 1 of the claims: role in the active organization. */
  org_role?: string
  /** Version of the claims; absent means 1. */
  v?: number
  /** Version 2 of the claims: id, slug, role and permissions of the active organization. */
  o?: { id: string; slg?: string; rol?: string; per?: string; fpm?: string }
  /** Claims that the instance adds. */
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
  /** What `setActive({ session })` and `signOut({ sessionId })` take. */
  id: string
  /** `pending` is signed in with tasks left; neither `active` nor `pending` is over. */
  status:
    | 'active'
    | 'pending'
    | 'ended'
    | 'expired'
    | 'removed'
    | 'revoked'
    | 'abandoned'
    | 'replaced'
  /** When it ends, whatever the user does. */
  expireAt: Date
  /** When it ends without activity. */
  abandonAt: Date
  /** When the server last heard of it. */
  lastActiveAt: Date
  /** `null` in the personal account. */
  lastActiveOrganizationId: string | null
  /** From memory, never from state; `null` while none is known. */
  lastActiveToken: { jwt: { claims: JwtPayload }; getRawString: () => string } | null
  /** Minutes since the first and the second factor were verified; -1 where not enrolled. */
  factorVerificationAge: [number, number] | null
  /** Who acts for the user; `sub` is its id. `null` when nobody does. */
  actor: { sub: string; [name: string]: unknown } | null
  /** The agent that acts for the user; `null` when none does. */
  agent: { sub: string; [name: string]: unknown } | null
  /** What the user has to do before the session is active; `null` for nothing. */
  tasks: SessionTask[] | null
  /** The first of them. */
  currentTask?: SessionTask
  /** `null` once the session is over. */
  user: UserResource | null
  /** What may be shown of the user, also when the session is over. */
  publicUserData: Omit<PublicUserData, 'userId' | 'username'> & { userId?: string }
  /** 1970 where the server does not tell it. */
  createdAt: Date
  /** 1970 where the server does not tell it. */
  updatedAt: Date
  /** Has a passkey chosen for a verification that was started, and sends it. */
  verifyWithPasskey: (params?: {
    /** The only factor that a passkey proves. */
    level?: 'first_factor' | undefined
  }) => ReturnType<AccountApi['attemptFirstFactorVerification']>
  /** Ends it; the server keeps it as `ended`. */
  end: () => Promise<SessionResource>
  /** Ends it; the server keeps it as `removed`. */
  remove: () => Promise<SessionResource>
  /** Tells the server that it is in use, with its active organization. */
  touch: (params?: object) => Promise<SessionResource>
  /** Reads it again. */
  reload: (params?: { rotatingTokenNonce?: string }) => Promise<SessionResource>
  /** A valid token, from memory or the server. `null` is signed out. */
  getToken: GetToken
  /** Checks roles, permissions, features, plans and reverification; unknown is false. */
  checkAuthorization: CheckAuthorization
  /** Drops the tokens of this session; the next `getToken` asks the server. */
  clearCache: () => void
}

/** A session whose user is signed in: `active`, or `pending` with tasks left. */
export interface SignedInSessionResource extends SessionResource {
  /** `pending` has tasks left. */
  status: 'active' | 'pending'
  /** Whose session it is; one of these always has a user. */
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
  const toSession = (session: Session): SessionResource => {
    const account = () => createAccount(kernel, { sessionId: session.id })
    const find = () => clientele.client?.sessions.find(({ id }) => id === session.id)
    return follow<Session, SessionResource>(session, find, ({ now, then }) =>
      live(now, {
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
      }),
    )
  }
  return once(toSession)
}
