import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { externalAccountsOf } from '../../domain/account/external-accounts.ts'
import { assertNotLast } from '../../domain/account/identifications.ts'
import { removeFactors } from '../../domain/backend/remove-factors.ts'
import { digestBackupCode } from '../../domain/factors/backup-code.ts'
import { periodOf } from '../../domain/factors/totp.ts'
import { assertMayGuess } from '../../domain/lockout.ts'
import { closeSessionsOfUser } from '../../domain/sessions.ts'
import {
  codeIncorrect,
  noPasswordSet,
  passwordIncorrect,
  resourceNotFound,
} from '../../lib/api-errors.ts'
import { passwordMatches } from '../../lib/passwords.ts'
import { toDeletedJson } from '../../serialize/deleted.ts'
import { answerJson } from '../answer-json.ts'
import type { Env } from '../request-context.ts'
import { answerList } from './answer-list.ts'
import { assertNoBody, bodyOf, optionalFlag, text } from './read-input.ts'
import { answerUser, userOf } from './users.ts'

// The emulated providers give none: their APIs are not there.
const noTokens: readonly object[] = []

const verifyPassword = (c: Context<Env>) => {
  const { instance } = c.env
  const user = userOf(c)
  const { password } = bodyOf(c, z.strictObject({ password: text }))
  if (user.passwordHash === null) throw noPasswordSet()
  if (!passwordMatches(password, user.passwordHash))
    throw assertMayGuess(instance, user, passwordIncorrect())
  return c.json({ verified: true })
}

const verifyTotp = (c: Context<Env>) => {
  const { instance } = c.env
  const user = userOf(c)
  const { code } = bodyOf(c, z.strictObject({ code: text }))
  if (user.totpSecret === null) throw resourceNotFound('TOTP')
  if (periodOf(instance, user.totpSecret, code) !== null)
    return c.json({ verified: true, code_type: 'totp' })
  const digest = digestBackupCode(code)
  if (!user.backupCodes.includes(digest)) throw assertMayGuess(instance, user, codeIncorrect())
  user.backupCodes = user.backupCodes.filter(kept => kept !== digest)
  return c.json({ verified: true, code_type: 'backup_code' })
}

const removePassword = (c: Context<Env>) => {
  const { instance } = c.env
  const user = userOf(c)
  const body = bodyOf(c, z.strictObject({ sign_out_of_other_sessions: optionalFlag }))
  if (user.passwordHash === null) throw noPasswordSet()
  user.passwordHash = null
  user.passwordUpdatedAt = instance.clock.now()
  if (body.sign_out_of_other_sessions) closeSessionsOfUser(instance, user, 'revoked')
  return answerUser(c, user)
}

// Takes second factors away and answers with the id of their user.
const removing = (kinds: Parameters<typeof removeFactors>[2]) => (c: Context<Env>) => {
  const user = userOf(c)
  assertNoBody(c)
  removeFactors(c.env.instance, user, kinds)
  return c.json({ user_id: user.id })
}

const removePasskey = (c: Context<Env>) => {
  const user = userOf(c)
  const id = c.req.param('id') ?? ''
  if (!user.passkeys.some(passkey => passkey.id === id)) throw resourceNotFound('Passkey', id)
  user.passkeys = user.passkeys.filter(passkey => passkey.id !== id)
  return answerJson(c, () => toDeletedJson('passkey', id))
}

const removeWallet = (c: Context<Env>) => {
  const user = userOf(c)
  const id = c.req.param('id') ?? ''
  if (!user.web3Wallets.some(wallet => wallet.id === id)) throw resourceNotFound('Wallet', id)
  assertNotLast(user, { id })
  user.web3Wallets = user.web3Wallets.filter(wallet => wallet.id !== id)
  return answerJson(c, () => toDeletedJson('web3_wallet', id))
}

const removeExternalAccount = (c: Context<Env>) => {
  const { instance } = c.env
  const user = userOf(c)
  const id = c.req.param('id') ?? ''
  const found = externalAccountsOf(instance, user).find(each => each.id === id)
  if (!found) throw resourceNotFound('External account', id)
  if (found.account) found.account.userId = null
  instance.database.identificationVerifications.delete(id)
  return answerJson(c, () => toDeletedJson('external_account', id))
}

/** `/v1/users/{user_id}`: what a user signs in with. */
export const createUserCredentialRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/:user_id/oauth_access_tokens/:provider', c => {
      userOf(c)
      return answerList(c, noTokens, token => token, { wrapped: 'asked' })
    })
    .post('/:user_id/verify_password', verifyPassword)
    .post('/:user_id/verify_totp', verifyTotp)
    .post('/:user_id/remove_password', removePassword)
    .delete('/:user_id/mfa', removing(['totp', 'backup_codes', 'phone_numbers']))
    .delete('/:user_id/totp', removing(['totp']))
    .delete('/:user_id/backup_code', removing(['backup_codes']))
    .delete('/:user_id/passkeys/:id', removePasskey)
    .delete('/:user_id/web3_wallets/:id', removeWallet)
    .delete('/:user_id/external_accounts/:id', removeExternalAccount)
