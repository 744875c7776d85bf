import { type Context, Hono } from 'hono'
import { createBackupCodes } from '../../../domain/account/backup-codes.ts'
import { attemptTotp, createTotp, deleteTotp } from '../../../domain/account/totp.ts'
import { toDeletedJson } from '../../../serialize/deleted.ts'
import {
  toBackupCodesJson,
  toPendingTotpJson,
  toTotpJson,
} from '../../../serialize/second-factors.ts'
import { type Env, paramsOf } from '../../call.ts'
import { callerOf, freshCallerOf } from '../../caller.ts'
import { answerWrapped } from '../../envelope.ts'

const create = (c: Context<Env>) => {
  const caller = freshCallerOf(c)
  paramsOf(c)
  const pending = createTotp(caller)
  return answerWrapped(c, () => toPendingTotpJson(caller.instance, caller.user, pending))
}

const attempt = (c: Context<Env>) => {
  const caller = callerOf(c)
  const { pending, backupCodes } = attemptTotp(caller, paramsOf(c, 'code'))
  return answerWrapped(c, () => toTotpJson(caller.instance, pending, backupCodes))
}

const remove = (c: Context<Env>) => {
  const caller = freshCallerOf(c)
  paramsOf(c)
  deleteTotp(caller)
  return answerWrapped(c, () => toDeletedJson('totp'))
}

const generate = (c: Context<Env>) => {
  const caller = freshCallerOf(c)
  paramsOf(c)
  const codes = createBackupCodes(caller)
  return answerWrapped(c, () => toBackupCodesJson(caller.instance, codes))
}

/** `/v1/me/totp` and `/v1/me/backup_codes`: how the caller sets up second factors. */
export const createSecondFactorRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .post('/totp', create)
    .delete('/totp', remove)
    .post('/totp/attempt_verification', attempt)
    .post('/backup_codes', generate)
