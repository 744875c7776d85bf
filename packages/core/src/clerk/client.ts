import type { Client } from '../view/client-view.ts'
import type { Session } from '../view/session-view.ts'
import { live } from './live.ts'
import type { SessionResource, SignedInSessionResource } from './session.ts'
import type { ShownStore } from './shown-store.ts'
import type { SignInResource } from './sign-in.ts'
import type { SignUpResource } from './sign-up.ts'

/** The client under Clerk's names: one object for the life of a `Clerk`. */
export interface ClientResource
  extends Pick<
    Client,
    | 'buildTouchUrl'
    | 'clearCache'
    | 'destroy'
    | 'isEligibleForTouch'
    | 'isNew'
    | 'resetSignIn'
    | 'resetSignUp'
    | 'captchaBypass'
    | 'cookieExpiresAt'
    | 'createdAt'
    | 'updatedAt'
    | 'lastActiveSessionId'
    | 'lastAuthenticationStrategy'
  > {
  /** Absent while the server has not saved the client. */
  id?: string
  /** All of this client, those that are over included. */
  sessions: SessionResource[]
  /** The `active` and `pending` ones. */
  signedInSessions: SignedInSessionResource[]
  /** The sign-in in progress, a blank one where none is: the same object for good. */
  signIn: SignInResource
  /** The sign-up in progress, a blank one where none is: the same object for good. */
  signUp: SignUpResource
  /** Creates the client at the server, along with its cookie. */
  create: () => Promise<ClientResource>
  /** Reads the client again; tokens are refreshed with it. */
  reload: (params?: { rotatingTokenNonce?: string }) => Promise<ClientResource>
  /** Ends every session of this client. Resolves to the client without them. */
  removeSessions: () => Promise<ClientResource>
}

/** What a client is made of. */
interface Parts {
  readonly first: Client
  readonly toSession: (session: Session) => SessionResource
  readonly signIn: SignInResource
  readonly signUp: SignUpResource
}

export const createClientResource = (
  { clientele }: Pick<ShownStore, 'clientele'>,
  { first, toSession, signIn, signUp }: Parts,
): ClientResource => {
  let shown = first
  const now = () => {
    shown = clientele.client ?? shown
    return shown
  }
  const lists = new WeakMap<readonly Session[], SessionResource[]>()
  const toSessions = (sessions: readonly Session[]) => {
    const known = lists.get(sessions) ?? sessions.map(toSession)
    lists.set(sessions, known)
    return known
  }
  const client: ClientResource = live(now, {
    signIn,
    signUp,
    get sessions() {
      return toSessions(now().sessions)
    },
    get signedInSessions() {
      // as: the client has looked at their status
      return toSessions(now().signedInSessions) as SignedInSessionResource[]
    },
    create: () =>
      now()
        .create()
        .then(() => client),
    reload: params =>
      now()
        .reload(params)
        .then(() => client),
    removeSessions: () =>
      now()
        .removeSessions()
        .then(() => client),
  })
  return client
}
