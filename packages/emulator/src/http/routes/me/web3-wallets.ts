import { type Context, Hono } from 'hono'
import {
  attemptWallet,
  createWallet,
  deleteWallet,
  findWallet,
  prepareWallet,
} from '../../../domain/account/web3-wallets.ts'
import type { Web3WalletRecord } from '../../../model/records/user.ts'
import { toDeletedJson } from '../../../serialize/deleted.ts'
import { toWeb3WalletJson } from '../../../serialize/web3-wallet.ts'
import { answerWrapped } from '../../envelope.ts'
import { contextOf, type Env, paramsOf } from '../../request-context.ts'
import { freshContextOf, signedInContextOf } from '../../signed-in-context.ts'

const answer = (c: Context<Env>, wallet: Web3WalletRecord) =>
  answerWrapped(c, () => toWeb3WalletJson(contextOf(c).instance, wallet))

const begin = (c: Context<Env>, ...fields: string[]) => {
  const context = signedInContextOf(c)
  const params = paramsOf(c, ...fields)
  return { context, params, wallet: findWallet(context, c.req.param('id') ?? '') }
}

const prepare = (c: Context<Env>) => {
  const { context, params, wallet } = begin(c, 'strategy', 'redirect_url')
  prepareWallet(context, wallet, params)
  return answer(c, wallet)
}

const attempt = (c: Context<Env>) => {
  const { context, params, wallet } = begin(c, 'signature')
  attemptWallet(context, wallet, params)
  return answer(c, wallet)
}

const remove = (c: Context<Env>) => {
  const { context, wallet } = begin(c)
  freshContextOf(c)
  deleteWallet(context, wallet)
  return answerWrapped(c, () => toDeletedJson('web3_wallet', wallet.id))
}

/** `/v1/me/web3_wallets`: those of the caller. The list is a bare array. */
export const createWalletRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/', c => {
      const { instance, user } = signedInContextOf(c)
      return c.json(user.web3Wallets.map(wallet => toWeb3WalletJson(instance, wallet)))
    })
    .post('/', c => answer(c, createWallet(freshContextOf(c), paramsOf(c, 'web3_wallet'))))
    .get('/:id', c => answer(c, begin(c).wallet))
    .delete('/:id', remove)
    .post('/:id/prepare_verification', prepare)
    .post('/:id/attempt_verification', attempt)
