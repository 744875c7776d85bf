import { type Context, Hono } from 'hono'
import { toEnvironmentJson } from '../../serialize/environment/environment.ts'
import { answerJson } from '../answer-json.ts'
import { contextOf, type Env, paramsOf } from '../request-context.ts'

const answer = (c: Context<Env>) => answerJson(c, () => toEnvironmentJson(contextOf(c).instance))

/**
 * `/v1/environment`: GET reads it; PATCH, which browsers of development instances use, reads it
 * too.
 */
export const createEnvironmentRoutes = (): Hono<Env> =>
  new Hono<Env>().get('/', answer).patch('/', c => {
    paramsOf(c)
    return answer(c)
  })
