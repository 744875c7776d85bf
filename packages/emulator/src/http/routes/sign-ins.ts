import { type Context, Hono } from 'hono'
import { createSignIn } from '../../domain/sign-in/create.ts'
import { findSignIn } from '../../domain/sign-in/factor-context.ts'
import { attemptFirstFactor, prepareFirstFactor } from '../../domain/sign-in/first-factor.ts'
import { resetPassword } from '../../domain/sign-in/reset-password.ts'
import { attemptSecondFactor, prepareSecondFactor } from '../../domain/sign-in/second-factor.ts'
import { resourceNotFound } from '../../lib/api-errors.ts'
import type { SignInRecord } from '../../model/records/sign-in.ts'
import { toSignInJson } from '../../serialize/sign-in.ts'
import { answerWrapped } from '../envelope.ts'
import { contextOf, type Env, paramsOf } from '../request-context.ts'

const createFields = [
  'strategy',
  'identifier',
  'password',
  'ticket',
  'redirect_url',
  'action_complete_redirect_url',
  'transfer',
  'code',
  'token',
  'oidc_login_hint',
  'oidc_prompt',
  'proof_token',
  'trusted_device_id',
  'locale',
  'timezone',
  'sign_up_if_missing',
  'captcha_token',
  'captcha_widget_type',
  'captcha_error',
  'enterprise_connection_id',
]

const prepareFields = [
  'strategy',
  'email_address_id',
  'phone_number_id',
  'web3_wallet_id',
  'passkey_id',
  'redirect_url',
  'action_complete_redirect_url',
  'oidc_login_hint',
  'oidc_prompt',
  'primary',
  'default',
  'channel',
  'enterprise_connection_id',
  'proof_token',
  'trusted_device_id',
]

const attemptFields = [
  'strategy',
  'code',
  'password',
  'signature',
  'token',
  'ticket',
  'public_key_credential',
  'trusted_device_id',
  'client_data',
  'algorithm',
]

const secondPrepareFields = [
  'strategy',
  'phone_number_id',
  'email_address_id',
  'redirect_url',
  'proof_token',
]

const secondAttemptFields = ['strategy', 'code']

const answer = (c: Context<Env>, signIn: SignInRecord) =>
  answerWrapped(c, () => toSignInJson(contextOf(c).instance, signIn))

const read = (c: Context<Env>) => {
  const signIn = findSignIn(contextOf(c), c.req.param('id') ?? '')
  if (signIn.status === 'abandoned') throw resourceNotFound('Sign in', signIn.id)
  return answer(c, signIn)
}

/** `/v1/client/sign_ins`. */
export const createSignInRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .post('/', c => answer(c, createSignIn(contextOf(c), paramsOf(c, ...createFields))))
    .get('/:id', read)
    .patch('/:id/protect_check', c => {
      const signIn = findSignIn(contextOf(c), c.req.param('id'))
      paramsOf(c, 'proof_token').required('proof_token')
      return answer(c, signIn)
    })
    .post('/:id/prepare_first_factor', c =>
      answer(c, prepareFirstFactor(contextOf(c), c.req.param('id'), paramsOf(c, ...prepareFields))),
    )
    .post('/:id/attempt_first_factor', c =>
      answer(c, attemptFirstFactor(contextOf(c), c.req.param('id'), paramsOf(c, ...attemptFields))),
    )
    .post('/:id/prepare_second_factor', c =>
      answer(
        c,
        prepareSecondFactor(contextOf(c), c.req.param('id'), paramsOf(c, ...secondPrepareFields)),
      ),
    )
    .post('/:id/attempt_second_factor', c =>
      answer(
        c,
        attemptSecondFactor(contextOf(c), c.req.param('id'), paramsOf(c, ...secondAttemptFields)),
      ),
    )
    .post('/:id/reset_password', c =>
      answer(
        c,
        resetPassword(
          contextOf(c),
          c.req.param('id'),
          paramsOf(c, 'password', 'sign_out_of_other_sessions'),
        ),
      ),
    )
