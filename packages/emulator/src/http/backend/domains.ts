import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { resourceNotFound } from '../../lib/api-errors.ts'
import { duplicateRecord, ownDomain } from '../../lib/backend-errors.ts'
import { domainPattern } from '../../lib/publishable-key.ts'
import { mergeSettings } from '../../model/settings.ts'
import { domainIdOf, toDomainJson } from '../../serialize/backend/instance.ts'
import { toDeletedJson } from '../../serialize/deleted.ts'
import { answerJson } from '../answer-json.ts'
import type { Env } from '../request-context.ts'
import { assertNoBody, bodyOf, optionalFlag, optionalText } from './read-input.ts'
import { assertSupported } from './supported.ts'

const name = z.string().regex(domainPattern, 'a host such as clerk.satellite.test')

const CreateSchema = z.strictObject({
  name,
  is_satellite: z.literal(true, 'true: an instance has one domain that is none'),
  proxy_url: optionalText,
})

const UpdateSchema = z.strictObject({
  name: name.nullish(),
  proxy_url: optionalText,
  is_secondary: optionalFlag,
})

const setSatellites = ({ env: { instance } }: Context<Env>, satelliteDomains: string[]): void => {
  instance.settings = mergeSettings({ satelliteDomains }, instance.settings)
}

const satellitesOf = (c: Context<Env>): string[] => c.env.instance.settings.satelliteDomains

const find = (c: Context<Env>): string => {
  const id = c.req.param('id') ?? ''
  const found = satellitesOf(c).find(each => domainIdOf(each) === id)
  if (domainIdOf(c.env.instance.host) === id) throw ownDomain()
  if (found === undefined) throw resourceNotFound('Domain', id)
  return found
}

const assertNew = (c: Context<Env>, domain: string): void => {
  if (domain === c.env.instance.host || satellitesOf(c).includes(domain))
    throw duplicateRecord(`${domain} is a domain of this instance already.`)
}

const answer = (c: Context<Env>, domain: string) =>
  answerJson(c, () => toDomainJson(c.env.instance, domain))

const create = (c: Context<Env>) => {
  const body = bodyOf(c, CreateSchema)
  assertSupported('POST /v1/domains', body, ['proxy_url'])
  assertNew(c, body.name)
  setSatellites(c, [...satellitesOf(c), body.name])
  return answer(c, body.name)
}

const update = (c: Context<Env>) => {
  const before = find(c)
  const body = bodyOf(c, UpdateSchema)
  assertSupported('PATCH /v1/domains/:id', body, ['proxy_url', 'is_secondary'])
  if (!body.name || body.name === before) return answer(c, before)
  assertNew(c, body.name)
  const { name: after } = body
  setSatellites(
    c,
    satellitesOf(c).map(each => (each === before ? after : each)),
  )
  return answer(c, after)
}

const remove = (c: Context<Env>) => {
  const domain = find(c)
  assertNoBody(c)
  setSatellites(
    c,
    satellitesOf(c).filter(each => each !== domain),
  )
  return answerJson(c, () => toDeletedJson('domain', domainIdOf(domain)))
}

/** `/v1/domains`: that of the instance, and its satellites, which stand in its settings. */
export const createDomainRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/', c => {
      const { instance } = c.env
      const data = [instance.host, ...satellitesOf(c)].map(each => toDomainJson(instance, each))
      return c.json({ data, total_count: data.length })
    })
    .post('/', create)
    .patch('/:id', update)
    .delete('/:id', remove)
