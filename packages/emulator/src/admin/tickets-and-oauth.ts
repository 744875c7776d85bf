import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { readInput } from '../lib/input-errors.ts'
import { type ControlEnv, jsonOf } from './env.ts'

const IdentitySchema = z.strictObject({
  emailAddress: z.string().nullish(),
  firstName: z.string().nullish(),
  lastName: z.string().nullish(),
})

const textOf = (value: unknown, name: string): string => {
  if (typeof value === 'string' && value !== '') return value
  throw new TypeError(`${name} must be a text.`)
}

const awayOf = (c: Context<ControlEnv>): string => {
  const url = textOf(jsonOf<{ url?: string }>(c).url, 'url')
  if (URL.canParse(url)) return url
  throw new TypeError('url must be the external_verification_redirect_url of an attempt.')
}

/** `/__emulator/tickets` */
export const createTicketRoutes = (): Hono<ControlEnv> =>
  new Hono<ControlEnv>()
    .post('/', c => c.json(c.env.emulator.tickets.create(jsonOf(c)), 201))
    .post('/revoke', c => {
      c.env.emulator.tickets.revoke(textOf(jsonOf<{ ticket?: string }>(c).ticket, 'ticket'))
      return c.body(null, 204)
    })

/**
 * `/__emulator/oauth`: what a person decides at a provider. Each answers where the browser goes
 * then.
 */
export const createDecisionRoutes = (): Hono<ControlEnv> =>
  new Hono<ControlEnv>()
    .post('/approve', c => {
      const { identity = {} } = jsonOf<{ identity?: unknown }>(c)
      return c.json({
        url: c.env.emulator.oauth.approve(
          awayOf(c),
          readInput(IdentitySchema, 'identity', identity),
        ),
      })
    })
    .post('/deny', c => c.json({ url: c.env.emulator.oauth.deny(awayOf(c)) }))
    .post('/fail', c => c.json({ url: c.env.emulator.oauth.fail(awayOf(c)) }))
