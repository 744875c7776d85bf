import { sessionsOf } from '../domain/clients.ts'
import type { Instance } from '../model/instance.ts'
import type { ClientRecord } from '../model/records/client.ts'
import { toSessionJson } from './session.ts'
import { toSignInJson } from './sign-in.ts'
import { toSignUpJson } from './sign-up.ts'

/** A client as `GET /v1/client` answers it. Unchanged records give the identical text. */
export const toClientJson = (instance: Instance, client: ClientRecord) => {
  const { settings, database } = instance
  const signIn = database.signIns.get(client.signInId ?? '')
  const signUp = database.signUps.get(client.signUpId ?? '')
  return {
    object: 'client',
    id: client.id,
    sessions: sessionsOf(instance, client).map(session => toSessionJson(instance, session)),
    sign_in: signIn ? toSignInJson(instance, signIn) : null,
    sign_up: signUp ? toSignUpJson(instance, signUp) : null,
    last_active_session_id: client.lastActiveSessionId,
    last_authentication_strategy: settings.lastAuthenticationStrategy
      ? client.lastAuthenticationStrategy
      : null,
    cookie_expires_at: client.cookieExpiresAt,
    captcha_bypass: false,
    created_at: client.createdAt,
    updated_at: client.updatedAt,
  }
}
