import { type Context, Hono } from 'hono'
import { createBackupCodes } from '../../../domain/account/backup-codes.ts'
import { attemptTotp, createTotp, deleteTotp } from '../../../domain/account/totp.ts'
import { toDeletedJson } from '../../../serialize/deleted.ts'
import {
  toBackupCodesJson,
  toPendingTotpJson,
  toTotpJson,
} from '../../../serialize/second-factors.ts'
import { answerWrapped } from '../../envelope.ts'
import { type Env, paramsOf } from '../../request-context.ts'
import { freshContextOf, signedInContextOf } from '../../signed-in-context.ts'

const create = (c: Context<Env>) => {
  const context = freshContextOf(c)
  paramsOf(c)
  const pending = createTotp(context)
  return answerWrapped(c, () => toPendingTotpJson(context.instance, context.user, pending))
}

const attempt = (c: Context<Env>) => {
  const context = signedInContextOf(c)
  const { pending, backupCodes } = attemptTotp(context, paramsOf(c, 'code'))
  return answerWrapped(c, () => toTotpJson(context.instance, pending, backupCodes))
}

const remove = (c: Context<Env>) => {
  const context = freshContextOf(c)
  paramsOf(c)
  deleteTotp(context)
  return answerWrapped(c, () => toDeletedJson('totp'))
}

const generate = (c: Context<Env>) => {
  const context = freshContextOf(c)
  paramsOf(c)
  const codes = createBackupCodes(context)
  return answerWrapped(c, () => toBackupCodesJson(context.instance, codes))
}

/** `/v1/me/totp` and `/v1/me/backup_codes`: how the caller sets up second factors. */
export const createSecondFactorRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .post('/totp', create)
    .delete('/totp', remove)
    .post('/totp/attempt_verification', attempt)
    .post('/backup_codes', generate)
