import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import {
  beginTestRun,
  type ConnectionOwner,
  configFields,
  connectionsOf,
  createConnection,
  findConnection,
  findTestRun,
  updateConnection,
} from '../../domain/enterprise/connections.ts'
import { withQuery } from '../../domain/factors/return-url.ts'
import { memberContextOf } from '../../domain/organization/access.ts'
import { paramMissing } from '../../lib/api-errors.ts'
import type { EnterpriseConnectionRecord } from '../../model/records/enterprise-connection.ts'
import { toDeletedJson } from '../../serialize/deleted.ts'
import { toEnterpriseConnectionJson, toTestRunJson } from '../../serialize/enterprise-connection.ts'
import { answerWrapped } from '../envelope.ts'
import { answerPage, withStatus } from '../page.ts'
import { contextOf, type Env, paramsOf } from '../request-context.ts'
import { signedInContextOf } from '../signed-in-context.ts'

/** Whose connections a path is about. */
type OwnerOf = (c: Context<Env>) => ConnectionOwner

const mine: OwnerOf = c => {
  const { instance, user } = signedInContextOf(c)
  return { instance, ownerId: user.id }
}

const organizations: OwnerOf = c => {
  const id = c.req.param('organization_id') ?? ''
  const context = memberContextOf(signedInContextOf(c), id, 'org:sys_domains:manage')
  return { instance: context.instance, ownerId: context.organization.id }
}

const createFields = ['provider', 'name', 'domains[]', ...configFields]
const updateFields = [
  'name',
  'domains[]',
  'active',
  'sync_user_attributes',
  'disable_additional_identifications',
  'custom_attributes',
  ...configFields,
]

const answer = (c: Context<Env>, connection: EnterpriseConnectionRecord) =>
  answerWrapped(c, () => toEnterpriseConnectionJson(connection))

const createRoutes = (ownerOf: OwnerOf, ...more: string[]): Hono<Env> => {
  const callOf = (c: Context<Env>, ...fields: string[]) => {
    signedInContextOf(c)
    const params = paramsOf(c, ...fields)
    return { owner: ownerOf(c), params }
  }
  const connectionOf = (c: Context<Env>, owner: ConnectionOwner) =>
    findConnection(owner, c.req.param('connection_id') ?? '')
  return new Hono<Env>()
    .get('/', c => {
      const all = connectionsOf(ownerOf(c))
      return answerWrapped(c, () => all.map(toEnterpriseConnectionJson))
    })
    .post('/', c => {
      const { owner, params } = callOf(c, ...createFields, ...more)
      const connection = createConnection(owner, params)
      c.status(201)
      return answer(c, connection)
    })
    .patch('/:connection_id', c => {
      const { owner, params } = callOf(c, ...updateFields, ...more)
      const connection = connectionOf(c, owner)
      updateConnection(connection, params)
      return answer(c, connection)
    })
    .delete('/:connection_id', c => {
      const { owner } = callOf(c)
      const { id } = connectionOf(c, owner)
      owner.instance.database.enterpriseConnections.delete(id)
      return answerWrapped(c, () => toDeletedJson('enterprise_connection', id))
    })
    .get('/:connection_id/test_runs', c => {
      const connection = connectionOf(c, ownerOf(c))
      const runs = withStatus(c, ['pending', 'success', 'failed'], connection.testRuns)
      return answerPage(c, runs, run => toTestRunJson(connection, run))
    })
    .post('/:connection_id/test_runs', c => {
      const { owner } = callOf(c)
      const connection = connectionOf(c, owner)
      const { id: ticket } = beginTestRun(owner, connection)
      const path = `/v1/enterprise_connections/${connection.id}/init_test_run`
      const url = withQuery(`${contextOf(c).base}${path}`, { ticket })
      return answerWrapped(c, () => ({ url }))
    })
}

/** `/v1/me/enterprise_connections`: connections that the caller sets up. */
export const createMyConnectionRoutes = () => createRoutes(mine, 'organization_id')

/** `/v1/organizations/{id}/enterprise_connections`: those of an organization. */
export const createOrganizationConnectionRoutes = () => createRoutes(organizations)

const required = (c: Context<Env>, name: string): string => {
  const text = c.req.query(name)
  if (!text) throw paramMissing(name, 400)
  return text
}

/**
 * `/v1/enterprise_connections`: pages by which a connection is tried. The emulator's provider lets
 * everybody in, so that each try succeeds.
 */
export const createTestRunRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/:connection_id/init_test_run', c => {
      const id = c.req.param('connection_id')
      const run = findTestRun(c.env.instance, id, c.req.query('ticket') ?? '')
      run.status = 'success'
      const page = `${c.env.incoming.base}/v1/enterprise_connections/${id}/test_runs/${run.id}`
      return c.redirect(withQuery(page, { token: run.id }), 301)
    })
    .get('/:connection_id/test_runs/:run_id', c => {
      const { connection_id, run_id } = c.req.param()
      const run = findTestRun(c.env.instance, connection_id, run_id)
      required(c, 'token')
      return c.html(html`<!doctype html><title>Test run</title><p>Test run: ${run.status}</p>`)
    })
