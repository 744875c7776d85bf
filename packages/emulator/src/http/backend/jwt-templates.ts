import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { jwtTemplatesOf, templateNamed } from '../../domain/jwt-templates.ts'
import { jwtTemplateOfSettings, nameTaken } from '../../lib/backend-errors.ts'
import { freeRecord } from '../../lib/free-json.ts'
import { newRecord } from '../../model/new-record.ts'
import type { JwtTemplateRecord } from '../../model/records/jwt-template.ts'
import type { Env } from '../request-context.ts'
import { handlersOf } from './collection.ts'
import { bodyOf, optionalText } from './read-input.ts'
import { assertSupported } from './supported.ts'

const { list, answer, find, add, remove } = handlersOf<JwtTemplateRecord>({
  object: 'jwt_template',
  tableOf: ({ database }) => database.jwtTemplates,
  wrapped: 'asked',
  toJson: template => ({
    object: 'jwt_template',
    id: template.id,
    name: template.name,
    claims: template.claims,
    lifetime: Math.floor(template.lifetime / 1000),
    allowed_clock_skew: Math.floor(template.allowedClockSkew / 1000),
    custom_signing_key: false,
    signing_algorithm: 'RS256',
    created_at: template.createdAt,
    updated_at: template.updatedAt,
  }),
})

const TemplateSchema = z.strictObject({
  name: z.string().regex(/^[\w-]+$/, 'letters, digits, _ and -'),
  claims: freeRecord,
  /** s */
  lifetime: z.number().min(30).max(315_360_000).nullish(),
  /** s */
  allowed_clock_skew: z.number().min(0).max(300).nullish(),
  custom_signing_key: z.boolean().optional(),
  signing_algorithm: optionalText,
  signing_key: optionalText,
})

const keyFields = ['custom_signing_key', 'signing_algorithm', 'signing_key']

// The key and the algorithm of the emulator are the only ones it has.
const read = (c: Context<Env>) => {
  const body = bodyOf(c, TemplateSchema)
  const isOwnKey =
    body.custom_signing_key !== true && (body.signing_algorithm ?? 'RS256') === 'RS256'
  if (!isOwnKey || body.signing_key) assertSupported('JWT templates', body, keyFields)
  return {
    name: body.name,
    claims: body.claims,
    lifetime: (body.lifetime ?? 60) * 1000,
    allowedClockSkew: (body.allowed_clock_skew ?? 5) * 1000,
  }
}

// Those of the settings are listed, and changed where they are.
const ofSettings = (c: Context<Env>): JwtTemplateRecord | undefined =>
  jwtTemplatesOf(c.env.instance).find(
    ({ id }) => id === c.req.param('id') && !c.env.instance.database.jwtTemplates.has(id),
  )

const assertNotOfSettings = (c: Context<Env>): void => {
  if (ofSettings(c)) throw jwtTemplateOfSettings()
}

const create = (c: Context<Env>) => {
  const template = read(c)
  if (templateNamed(c.env.instance, template.name)) throw nameTaken()
  return add(c, { ...newRecord(c.env.instance, 'jtmp'), ...template })
}

const update = (c: Context<Env>) => {
  assertNotOfSettings(c)
  const record = find(c)
  const template = read(c)
  if (template.name !== record.name && templateNamed(c.env.instance, template.name))
    throw nameTaken()
  Object.assign(record, template)
  return answer(c, record)
}

/** `/v1/jwt_templates` */
export const createJwtTemplateRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/', c => list(c, jwtTemplatesOf(c.env.instance)))
    .post('/', create)
    .get('/:id', c => answer(c, ofSettings(c) ?? find(c)))
    .patch('/:id', update)
    .delete('/:id', c => {
      assertNotOfSettings(c)
      return remove(c)
    })
