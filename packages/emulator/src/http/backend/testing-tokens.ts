import { Hono } from 'hono'
import type { Env } from '../request-context.ts'
import { assertNoBody } from './read-input.ts'

const lifetime = 60 * 60

/** `/v1/testing_tokens`: by one of these tests are spared the CAPTCHA. */
export const createTestingTokenRoutes = (): Hono<Env> =>
  new Hono<Env>().post('/', c => {
    const { ids, clock } = c.env.instance
    assertNoBody(c)
    const expiresAt = Math.floor(clock.now() / 1000) + lifetime
    const token = `${expiresAt}-${ids.secret('testing-token')}`
    return c.json({ object: 'testing_token', token, expires_at: expiresAt })
  })
