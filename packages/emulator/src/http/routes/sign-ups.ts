import { type Context, Hono } from 'hono'
import { createSignUp } from '../../domain/sign-up/create.ts'
import {
  attemptVerification,
  findSignUp,
  prepareVerification,
  updateSignUp,
} from '../../domain/sign-up/proceed.ts'
import { resourceNotFound } from '../../lib/api-errors.ts'
import type { SignUpRecord } from '../../model/records/sign-up.ts'
import { toSignUpJson } from '../../serialize/sign-up.ts'
import { answerWrapped } from '../envelope.ts'
import { contextOf, type Env, paramsOf } from '../request-context.ts'

const updateFields = [
  'password',
  'first_name',
  'last_name',
  'username',
  'email_address',
  'phone_number',
  'email_address_or_phone_number',
  'unsafe_metadata',
  'strategy',
  'redirect_url',
  'action_complete_redirect_url',
  'ticket',
  'web3_wallet',
  'token',
  'code',
  'legal_accepted',
  'oidc_login_hint',
  'oidc_prompt',
  'proof_token',
  'locale',
  'timezone',
  'external_account_strategy',
  'external_account_redirect_url',
  'external_account_action_complete_redirect_url',
  'channel',
  'enterprise_connection_id',
]

const createFields = [
  ...updateFields,
  'transfer',
  'captcha_token',
  'captcha_error',
  'captcha_widget_type',
]

const prepareFields = [
  'strategy',
  'redirect_url',
  'action_complete_redirect_url',
  'channel',
  'oidc_login_hint',
  'oidc_prompt',
  'proof_token',
]

const attemptFields = ['strategy', 'code', 'signature', 'token']

const answer = (c: Context<Env>, signUp: SignUpRecord) =>
  answerWrapped(c, () => toSignUpJson(contextOf(c).instance, signUp))

const read = (c: Context<Env>) => {
  const signUp = findSignUp(contextOf(c), c.req.param('id') ?? '')
  if (signUp.status === 'abandoned') throw resourceNotFound('Sign up', signUp.id)
  return answer(c, signUp)
}

/** `/v1/client/sign_ups`. */
export const createSignUpRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .post('/', c => answer(c, createSignUp(contextOf(c), paramsOf(c, ...createFields))))
    .get('/:id', read)
    .patch('/:id/protect_check', c => {
      const signUp = findSignUp(contextOf(c), c.req.param('id'))
      paramsOf(c, 'proof_token').required('proof_token')
      return answer(c, signUp)
    })
    // A sign-up is led to no company's provider.
    .get('/:id/enterprise_connections', c => {
      findSignUp(contextOf(c), c.req.param('id'))
      return answerWrapped(c, () => [])
    })
    .patch('/:id', c =>
      answer(c, updateSignUp(contextOf(c), c.req.param('id'), paramsOf(c, ...updateFields))),
    )
    .post('/:id/prepare_verification', c =>
      answer(
        c,
        prepareVerification(contextOf(c), c.req.param('id'), paramsOf(c, ...prepareFields)),
      ),
    )
    .post('/:id/attempt_verification', c =>
      answer(
        c,
        attemptVerification(contextOf(c), c.req.param('id'), paramsOf(c, ...attemptFields)),
      ),
    )
