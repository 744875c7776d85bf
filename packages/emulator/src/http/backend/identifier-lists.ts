import { Hono } from 'hono'
import { z } from 'zod'
import { isWalletAddress } from '../../domain/factors/strategies.ts'
import { paramFormatInvalid } from '../../lib/api-errors.ts'
import { duplicateRecord } from '../../lib/backend-errors.ts'
import { normalPhone } from '../../model/identifiers.ts'
import { newRecord } from '../../model/new-record.ts'
import type { IdentifierRuleRecord } from '../../model/records/backend.ts'
import type { Env } from '../request-context.ts'
import { handlersOf } from './collection.ts'
import { bodyOf, text } from './read-input.ts'
import { assertSupported } from './supported.ts'

const typeOf = (identifier: string): IdentifierRuleRecord['identifierType'] => {
  if (/^[^\s@]+@[^\s@]+$/.test(identifier)) return 'email_address'
  if (normalPhone(identifier) !== null) return 'phone_number'
  if (isWalletAddress(identifier)) return 'web3_wallet'
  throw paramFormatInvalid('identifier', 'an email address, a phone number or a wallet')
}

const createListRoutes = (list: IdentifierRuleRecord['list']): Hono<Env> => {
  const object = `${list}list_identifier`
  const {
    list: answerAll,
    add,
    remove,
  } = handlersOf<IdentifierRuleRecord>({
    object,
    tableOf: ({ database }) => database.identifierRules,
    fits: rule => rule.list === list,
    wrapped: list === 'block' ? 'always' : 'asked',
    toJson: ({ id, identifier, identifierType, createdAt, updatedAt }) => ({
      object,
      id,
      identifier,
      identifier_type: identifierType,
      created_at: createdAt,
      updated_at: updatedAt,
    }),
  })
  // Only who is on the list of the allowed can be told so.
  const notify = list === 'allow' ? { notify: z.boolean().optional() } : {}
  const CreateSchema = z.strictObject({ identifier: text, ...notify })
  return new Hono<Env>()
    .get('/', c => answerAll(c))
    .post('/', c => {
      const { instance } = c.env
      const body = bodyOf(c, CreateSchema)
      const identifier = body.identifier.toLowerCase()
      const identifierType = typeOf(identifier)
      const known = instance.database.identifierRules.where(
        rule => rule.list === list && rule.identifier === identifier,
      )
      if (known.length > 0) throw duplicateRecord(`${identifier} is on the list already.`)
      if ('notify' in body && body.notify)
        assertSupported(`POST /v1/${object}s`, { notify: true }, ['notify'])
      const prefix = list === 'allow' ? 'alid' : 'blid'
      return add(c, { ...newRecord(instance, prefix), list, identifier, identifierType })
    })
    .delete('/:id', remove)
}

/** `/v1/allowlist_identifiers` */
export const createAllowlistRoutes = (): Hono<Env> => createListRoutes('allow')
/** `/v1/blocklist_identifiers` */
export const createBlocklistRoutes = (): Hono<Env> => createListRoutes('block')
