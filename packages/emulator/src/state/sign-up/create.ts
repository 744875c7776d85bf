import type { ClientRecord, SignUpRecord } from '../../database.ts'
import { type Call, ensureClient, signedInOf } from '../../http/call.ts'
import type { Params } from '../../http/params.ts'
import type { Instance } from '../../instance.ts'
import { paramDisabled, paramValueInvalid, sessionExists, transferInvalid } from '../../refusals.ts'
import { markChanged } from '../changes.ts'
import { completeIfReady } from './complete.ts'
import { readSupplied } from './supply.ts'
import { sendVerification } from './verification.ts'

const blankSignUp = (instance: Instance): SignUpRecord => {
  const now = instance.clock.now()
  return {
    id: instance.ids.next('sua'),
    clientId: '',
    status: 'missing_requirements',
    emailAddress: null,
    emailVerification: null,
    username: null,
    firstName: null,
    lastName: null,
    passwordHash: null,
    unsafeMetadata: {},
    legalAcceptedAt: null,
    locale: null,
    createdSessionId: null,
    createdUserId: null,
    abandonAt: now + instance.settings.attemptLifetime,
    createdAt: now,
  }
}

const adopt = (instance: Instance, client: ClientRecord, signUp: SignUpRecord): void => {
  const replaced = instance.database.signUps.get(client.signUpId ?? '')
  if (replaced) replaced.status = 'abandoned'
  signUp.clientId = client.id
  instance.database.signUps.set(signUp.id, signUp)
  client.signUpId = signUp.id
  markChanged(instance, client)
}

// `password` says how one will sign in later and asks for nothing now; the other strategies are not enabled.
const checkStrategy = (params: Params): void => {
  const strategy = params.text('strategy')
  if (strategy === null || strategy === 'password' || strategy === 'email_code') return
  const exists = /^(oauth_|oauth_token_|web3_)\w+$|^(email_link|phone_code|ticket|google_one_tap|enterprise_sso|saml)$/
  throw exists.test(strategy) ? paramDisabled('strategy') : paramValueInvalid('strategy')
}

/** Creates the caller's sign-up, in place of the current one (section 5.3). */
export const createSignUp = (call: Call, params: Params): SignUpRecord => {
  const { instance } = call
  if (params.flag('transfer')) throw transferInvalid()
  if (instance.settings.singleSession && signedInOf(call).length > 0) throw sessionExists()
  checkStrategy(params)
  const signUp = { ...blankSignUp(instance), ...readSupplied(instance, params, null) }
  if (params.text('strategy') === 'email_code') sendVerification(instance, signUp, 'email_code')
  const client = ensureClient(call)
  adopt(instance, client, signUp)
  completeIfReady(instance, client, signUp)
  return signUp
}
