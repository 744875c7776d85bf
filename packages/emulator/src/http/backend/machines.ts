import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { resourceNotFound } from '../../lib/api-errors.ts'
import { scopeExists, tooManyScopes } from '../../lib/backend-errors.ts'
import type { Instance } from '../../model/instance.ts'
import { newRecord } from '../../model/new-record.ts'
import type { MachineRecord } from '../../model/records/machine.ts'
import { instanceIdOf } from '../../serialize/backend/instance.ts'
import { answerJson } from '../answer-json.ts'
import type { Env } from '../request-context.ts'
import { answerList, byTime, inOrder, type Orders } from './answer-list.ts'
import { handlersOf } from './collection.ts'
import { assertNoBody, bodyOf, one, queryOf, text } from './read-input.ts'

const maxScopes = 150
const day = 24 * 60 * 60
const name = z.string().min(1).max(255)
const lifetime = z
  .number()
  .int()
  .min(1)
  .max(3650 * day)

const toMachineJson = (machine: Readonly<MachineRecord>, instance: Instance) => ({
  object: 'machine',
  id: machine.id,
  name: machine.name,
  instance_id: instanceIdOf(instance),
  default_token_ttl: Math.floor(machine.tokenLifetime / 1000),
  created_at: machine.createdAt,
  updated_at: machine.updatedAt,
})

const toJson = (machine: MachineRecord, instance: Instance) => ({
  ...toMachineJson(machine, instance),
  scoped_machines: machine.scopes.flatMap(({ machineId }) => {
    const other = instance.database.machines.peek(machineId)
    return other ? [toMachineJson(other, instance)] : []
  }),
})

const { answer, find, get, remove } = handlersOf<MachineRecord>({
  object: 'machine',
  tableOf: ({ database }) => database.machines,
  wrapped: 'always',
  toJson,
})

const orders: Orders<MachineRecord> = { ...byTime, name: machine => machine.name }

const list = (c: Context<Env>) => {
  const { instance } = c.env
  const { query = '' } = queryOf(c, { query: one.optional() })
  const sought = query.toLowerCase()
  const found = instance.database.machines.where(
    machine => machine.id === query || machine.name.toLowerCase().includes(sought),
  )
  const toItem = (machine: MachineRecord) => toJson(machine, instance)
  return answerList(c, inOrder(c, found, orders), toItem, { wrapped: 'always' })
}

const readScopes = (instance: Instance, ids: readonly string[]): MachineRecord['scopes'] => {
  const createdAt = instance.clock.now()
  return [...new Set(ids)].map(machineId => {
    if (!instance.database.machines.has(machineId)) throw resourceNotFound('Machine', machineId)
    return { machineId, createdAt }
  })
}

const CreateSchema = z.strictObject({
  name,
  scoped_machines: z.array(text).max(maxScopes).nullish(),
  default_token_ttl: lifetime.nullish(),
})

const create = (c: Context<Env>) => {
  const { instance } = c.env
  const given = bodyOf(c, CreateSchema)
  const scopes = readScopes(instance, given.scoped_machines ?? [])
  const machine: MachineRecord = {
    ...newRecord(instance, 'mch'),
    name: given.name,
    secretKey: instance.ids.next('ak'),
    superseded: [],
    tokenLifetime: (given.default_token_ttl ?? 3600) * 1000,
    scopes,
  }
  instance.database.machines.set(machine)
  return answerJson(c, () => ({ ...toJson(machine, instance), secret_key: machine.secretKey }))
}

const UpdateSchema = z.strictObject({
  name: name.nullish(),
  default_token_ttl: lifetime.nullish(),
})

const update = (c: Context<Env>) => {
  const machine = find(c)
  const given = bodyOf(c, UpdateSchema)
  machine.name = given.name ?? machine.name
  machine.tokenLifetime = (given.default_token_ttl ?? machine.tokenLifetime / 1000) * 1000
  return answer(c, machine)
}

const answerKey = (c: Context<Env>, { secretKey }: MachineRecord) =>
  c.json({ object: 'machine_secret_key', secret: secretKey })

const RotateSchema = z.strictObject({ previous_token_ttl: z.number().int().min(0).max(28_800) })

const rotate = (c: Context<Env>) => {
  const { instance } = c.env
  const machine = find(c)
  const { previous_token_ttl: seconds } = bodyOf(c, RotateSchema)
  const now = instance.clock.now()
  const kept = { secretKey: machine.secretKey, until: now + seconds * 1000 }
  machine.superseded = [...machine.superseded, kept].filter(({ until }) => until > now)
  machine.secretKey = instance.ids.next('ak')
  return answerKey(c, machine)
}

const addScope = (c: Context<Env>) => {
  const { instance } = c.env
  const machine = find(c)
  const { to_machine_id: id } = bodyOf(c, z.strictObject({ to_machine_id: text }))
  const [scope] = readScopes(instance, [id])
  if (machine.scopes.some(({ machineId }) => machineId === id)) throw scopeExists()
  if (!scope || machine.scopes.length >= maxScopes) throw tooManyScopes(maxScopes)
  machine.scopes.push(scope)
  return c.json({
    object: 'machine_scope',
    from_machine_id: machine.id,
    to_machine_id: id,
    created_at: scope.createdAt,
  })
}

const removeScope = (c: Context<Env>) => {
  const machine = find(c)
  const id = c.req.param('other_machine_id') ?? ''
  assertNoBody(c)
  if (!machine.scopes.some(({ machineId }) => machineId === id))
    throw resourceNotFound('Machine scope', id)
  machine.scopes = machine.scopes.filter(({ machineId }) => machineId !== id)
  return c.json({
    object: 'machine_scope',
    from_machine_id: machine.id,
    to_machine_id: id,
    deleted: true,
  })
}

/** `/v1/machines` */
export const createMachineRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/', list)
    .post('/', create)
    .get('/:id', get)
    .patch('/:id', update)
    .delete('/:id', remove)
    .get('/:id/secret_key', c => answerKey(c, find(c)))
    .post('/:id/secret_key/rotate', rotate)
    .post('/:id/scopes', addScope)
    .delete('/:id/scopes/:other_machine_id', removeScope)
