import { type Identity, toSignedIn } from '../view/identity.ts'
import type { Clerk, ClerkSnapshot, SignOut } from './clerk.ts'
import type { OrganizationResource } from './organization.ts'
import type {
  CheckAuthorization,
  GetToken,
  JwtPayload,
  SessionResource,
  SignedInSessionResource,
} from './session.ts'
import type { SetActive } from './set-active.ts'
import type { UserResource } from './user-resource.ts'

/** Whether a session with tasks still to do counts as signed in. */
export interface PendingSessionOptions {
  /** True, as when left out: a `pending` session is none until its tasks are done. */
  treatPendingAsSignedOut?: boolean | undefined
}

interface AuthMethods {
  /** Checks roles, permissions, features, plans and reverification; false when signed out. */
  has: CheckAuthorization
  /** The token of the active session; `null` when signed out. Waits for the client. */
  getToken: GetToken
  /** Ends one session or all of them. */
  signOut: SignOut
}

/** Every member has this value. */
type All<Value> = {
  userId: Value
  sessionId: Value
  sessionClaims: Value
  actor: Value
  orgId: Value
  orgRole: Value
  orgSlug: Value
  orgPermissions: Value
}

/** Who is signed in, as cases that `isLoaded` and `isSignedIn` tell apart. */
export type AuthValue =
  | (AuthMethods & All<undefined> & { isLoaded: false; isSignedIn: undefined })
  | (AuthMethods & All<null> & { isLoaded: true; isSignedIn: false })
  | (AuthMethods & {
      isLoaded: true
      isSignedIn: true
      userId: string
      sessionId: string
      sessionClaims: JwtPayload
      actor: SessionResource['actor']
      orgId: string | null
      orgRole: string | null
      orgSlug: string | null
      orgPermissions: string[] | null
    })

/** What `useUser` gives. */
export type UserValue =
  | { isLoaded: false; isSignedIn: undefined; user: undefined }
  | { isLoaded: true; isSignedIn: false; user: null }
  | { isLoaded: true; isSignedIn: true; user: UserResource }

/** What `useSession` gives. */
export type SessionValue =
  | { isLoaded: false; isSignedIn: undefined; session: undefined }
  | { isLoaded: true; isSignedIn: false; session: null }
  | { isLoaded: true; isSignedIn: true; session: SignedInSessionResource }

/** What `useSessionList` gives. */
export type SessionListValue =
  | { isLoaded: false; sessions: undefined; setActive: undefined }
  | { isLoaded: true; sessions: SessionResource[]; setActive: SetActive }

/** What `useOrganization` gives. */
export type OrganizationValue =
  | { isLoaded: false; organization: undefined; membership: undefined }
  | { isLoaded: true; organization: null; membership: null }
  | {
      isLoaded: true
      organization: OrganizationResource
      membership: UserResource['organizationMemberships'][number] | undefined
    }

/** The session that counts as signed in; `undefined` not known yet. */
const counting = (
  { session, identity }: ClerkSnapshot,
  options: PendingSessionOptions,
): SignedInSessionResource | null | undefined => session && toSignedIn(identity, options) && session

const all = <Value>(value: Value): All<Value> => ({
  userId: value,
  sessionId: value,
  sessionClaims: value,
  actor: value,
  orgId: value,
  orgRole: value,
  orgSlug: value,
  orgPermissions: value,
})

/** What stands in for the claims of a token while there is none. */
const claimsWithoutToken = (
  { userId: sub, sessionId: sid }: Identity,
  session: SignedInSessionResource | null | undefined,
): JwtPayload => {
  const seconds = (at: Date | undefined) => +(at ?? 0) / 1000
  const iat = seconds(session?.lastActiveAt)
  return { sub, sid, iss: '', iat, nbf: iat, exp: seconds(session?.expireAt) }
}

/** The value of `useAuth`: also of an identity that is known before its session is. */
export const toAuth = (
  clerk: Clerk,
  snapshot: ClerkSnapshot,
  options: PendingSessionOptions = {},
): AuthValue => {
  const identity = toSignedIn(snapshot.identity, options)
  const { signOut } = clerk
  const { getToken } = clerk.clientele
  const methods = { has: () => false, getToken, signOut }
  if (!identity)
    return identity === undefined
      ? { isLoaded: false, isSignedIn: identity, ...all(identity), ...methods }
      : { isLoaded: true, isSignedIn: false, ...all(identity), ...methods }
  const { userId, sessionId, organizationId } = identity
  const { session, organization } = snapshot
  const membership = session && membershipOf(session.user, organization)
  return {
    ...methods,
    isLoaded: true,
    isSignedIn: true,
    userId,
    sessionId,
    sessionClaims: session?.lastActiveToken?.jwt.claims ?? claimsWithoutToken(identity, session),
    actor: session?.actor ?? null,
    orgId: (session ? organization?.id : organizationId) ?? null,
    orgRole: membership?.role ?? null,
    orgSlug: organization?.slug ?? null,
    orgPermissions: membership?.permissions ?? null,
    ...(session && { has: session.checkAuthorization }),
  }
}

const membershipOf = (user: UserResource, organization: OrganizationResource | null | undefined) =>
  user.organizationMemberships.find(each => each.organization.id === organization?.id)

/** The value of `useUser`. */
export const toUserValue = (
  snapshot: ClerkSnapshot,
  options: PendingSessionOptions = {},
): UserValue => {
  const session = counting(snapshot, options)
  if (session) return { isLoaded: true, isSignedIn: true, user: session.user }
  return session === undefined
    ? { isLoaded: false, isSignedIn: session, user: session }
    : { isLoaded: true, isSignedIn: false, user: session }
}

/** The value of `useSession`. */
export const toSessionValue = (
  snapshot: ClerkSnapshot,
  options: PendingSessionOptions = {},
): SessionValue => {
  const session = counting(snapshot, options)
  if (session) return { isLoaded: true, isSignedIn: true, session }
  return session === undefined
    ? { isLoaded: false, isSignedIn: session, session }
    : { isLoaded: true, isSignedIn: false, session }
}

/** The value of `useSessionList`. */
export const toSessionList = ({ setActive }: Clerk, { client }: ClerkSnapshot): SessionListValue =>
  client
    ? { isLoaded: true, sessions: client.sessions, setActive }
    : { isLoaded: false, sessions: undefined, setActive: undefined }

/** What `useOrganization` takes: nothing, since the administration of members is not here. */
export type OrganizationParams = Readonly<Record<string, undefined>>

/**
 * The value of `useOrganization`: the one that the session works under, and how.
 *
 * @throws TypeError for a list that only the administration of members has.
 */
export const toOrganizationValue = (
  { user, organization }: ClerkSnapshot,
  params: OrganizationParams = {},
): OrganizationValue => {
  const wish = Object.keys(params).find(name => params[name] !== undefined)
  if (wish !== undefined)
    throw new TypeError(
      `useOrganization() has no ${wish}: members are administered by your server, with Clerk's ` +
        'Backend API; useOrganizationList() has what concerns the user',
    )
  if (organization)
    return {
      isLoaded: true,
      organization,
      membership: user ? membershipOf(user, organization) : undefined,
    }
  return organization === undefined
    ? { isLoaded: false, organization, membership: organization }
    : { isLoaded: true, organization, membership: organization }
}

/** What `<Show>` may wait for. */
export type ShowWhen =
  | 'signed-in'
  | 'signed-out'
  | Parameters<CheckAuthorization>[0]
  | ((has: CheckAuthorization) => boolean)

/** Whether `<Show when>` shows; never while it is not known who is here. */
export const isShown = (
  clerk: Clerk,
  snapshot: ClerkSnapshot,
  when: ShowWhen,
  options: PendingSessionOptions = {},
): boolean => {
  const { isLoaded, isSignedIn, has } = toAuth(clerk, snapshot, options)
  if (!isLoaded) return false
  if (when === 'signed-out') return !isSignedIn
  if (!isSignedIn || when === 'signed-in') return isSignedIn
  return typeof when === 'function' ? when(has) : has(when)
}
