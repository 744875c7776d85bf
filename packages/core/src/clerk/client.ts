import type { Client } from '../view/client-view.ts'
import { once } from '../view/once.ts'
import type { Session } from '../view/session-view.ts'
import { follow, live } from './live.ts'
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
  const toSessions = once((sessions: readonly Session[]) => sessions.map(toSession))
  const find = () => clientele.client
  return follow<Client, ClientResource>(first, find, ({ now, then }) =>
    live(now, {
      signIn,
      signUp,
      get sessions() {
        return toSessions(now().sessions)
      },
      get signedInSessions() {
        // as: the client has looked at their status
        return toSessions(now().signedInSessions) as SignedInSessionResource[]
      },
      create: () => then(now().create()),
      reload: params => then(now().reload(params)),
      removeSessions: () => then(now().removeSessions()),
    }),
  )
}
