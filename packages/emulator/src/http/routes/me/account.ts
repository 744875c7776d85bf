import { type Context, Hono } from 'hono'
import { deleteUser } from '../../../domain/account/delete-user.ts'
import { patchMetadata } from '../../../domain/account/metadata.ts'
import { changePassword, removePassword } from '../../../domain/account/password.ts'
import { mayDeleteSelf } from '../../../domain/account/permissions.ts'
import { updateProfile } from '../../../domain/account/profile.ts'
import { deleteSelfNotEnabled, resourceNotFound } from '../../../lib/api-errors.ts'
import { toDeletedJson } from '../../../serialize/deleted.ts'
import { toUserJson } from '../../../serialize/user.ts'
import { mintTemplateToken } from '../../../tokens/session-token.ts'
import { answerWrapped } from '../../envelope.ts'
import { type Env, paramsOf } from '../../request-context.ts'
import { freshContextOf, signedInContextOf } from '../../signed-in-context.ts'

// What a user is found by.
const sensitiveFields = [
  'username',
  'primary_email_address_id',
  'primary_phone_number_id',
  'primary_web3_wallet_id',
]

const profileFields = ['first_name', 'last_name', ...sensitiveFields]

const answer = (c: Context<Env>) => {
  const { instance, user } = signedInContextOf(c)
  return answerWrapped(c, () => toUserJson(instance, user))
}

const update = (c: Context<Env>) => {
  const { instance, user } = signedInContextOf(c)
  const params = paramsOf(c, ...profileFields)
  if (sensitiveFields.some(params.has)) freshContextOf(c)
  updateProfile(instance, user, params)
  return answer(c)
}

const remove = (c: Context<Env>) => {
  const { instance, user } = signedInContextOf(c)
  paramsOf(c)
  if (!mayDeleteSelf(instance, user)) throw deleteSelfNotEnabled()
  freshContextOf(c)
  deleteUser(instance, user)
  return answerWrapped(c, () => toDeletedJson('user', user.id))
}

// Services take tokens with the claims that they know: a JWT template of the service's name.
const mintForService = async (c: Context<Env>) => {
  const { instance, session } = signedInContextOf(c)
  const service = paramsOf(c, 'service').required('service')
  const { jwtTemplates } = instance.settings
  const template = Object.hasOwn(jwtTemplates, service) ? jwtTemplates[service] : undefined
  if (!template) throw resourceNotFound('JWT template', service)
  return c.json({ object: 'token', jwt: await mintTemplateToken(instance, session, template) })
}

/**
 * `/v1/me`: the user of the session named by `_clerk_session_id`, or of the last active one.
 */
export const createMeRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/', answer)
    .patch('/', update)
    .delete('/', remove)
    .patch('/metadata', c => {
      const { user } = signedInContextOf(c)
      patchMetadata(user, paramsOf(c, 'unsafe_metadata'))
      return answer(c)
    })
    .post('/tokens', mintForService)
    .post('/change_password', c => {
      changePassword(
        freshContextOf(c),
        paramsOf(c, 'current_password', 'new_password', 'sign_out_of_other_sessions'),
      )
      return answer(c)
    })
    .post('/remove_password', c => {
      removePassword(freshContextOf(c), paramsOf(c, 'current_password'))
      return answer(c)
    })
