import { type Context, Hono } from 'hono'
import { UnknownRecord } from '../lib/input-errors.ts'
import { answerPage, type ControlEnv, givenOf, jsonOf, listOptionsOf } from './env.ts'

const idOf = (c: Context<ControlEnv>): string => c.req.param('id') ?? ''

const organizationOf = (c: Context<ControlEnv>) => {
  const organization = c.env.emulator.organizations.get(idOf(c))
  if (!organization) throw new UnknownRecord('organization', idOf(c))
  return organization
}

/** `/__emulator/organizations`; `:id` may be a slug. */
export const createOrganizationRoutes = (): Hono<ControlEnv> =>
  new Hono<ControlEnv>()
    .get('/', c => {
      const { organizations } = c.env.emulator
      const filter = givenOf(c, 'query', 'userId')
      const listed = organizations.list({ ...filter, ...listOptionsOf(c) })
      return answerPage(c, listed, organizations.count(filter))
    })
    .post('/', c => c.json(c.env.emulator.organizations.create(jsonOf(c)), 201))
    .get('/:id', c => c.json(organizationOf(c)))
    .delete('/:id', c => {
      c.env.emulator.organizations.delete(organizationOf(c).id)
      return c.body(null, 204)
    })
    .post('/:id/members', c =>
      c.json(c.env.emulator.organizations.addMember(organizationOf(c).id, jsonOf(c)), 201),
    )
    .delete('/:id/members/:userId', c => {
      const { id } = organizationOf(c)
      return c.json(c.env.emulator.organizations.removeMember(id, c.req.param('userId')))
    })
    .post('/:id/invitations', c =>
      c.json(c.env.emulator.organizations.invite(organizationOf(c).id, jsonOf(c)), 201),
    )
