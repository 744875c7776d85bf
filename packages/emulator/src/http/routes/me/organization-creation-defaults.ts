import { Hono } from 'hono'
import { answerWrapped } from '../../envelope.ts'
import type { Env } from '../../request-context.ts'
import { signedInContextOf } from '../../signed-in-context.ts'

/** `/v1/me/organization_creation_defaults`: the emulator proposes no name and no logo. */
export const createCreationDefaultsRoutes = (): Hono<Env> =>
  new Hono<Env>().get('/', c => {
    signedInContextOf(c)
    return answerWrapped(c, () => ({ form: { name: null, logo: null }, advisory: null }))
  })
