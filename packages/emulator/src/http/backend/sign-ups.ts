import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findRecord } from '../../domain/backend/find.ts'
import { toSignUpJson } from '../../serialize/backend/sign-up.ts'
import { answerJson } from '../answer-json.ts'
import type { Env } from '../request-context.ts'
import { bodyOf, optionalFlag, optionalText } from './read-input.ts'

const found = (c: Context<Env>) =>
  findRecord(c.env.instance, 'signUps', 'Sign up', c.req.param('id') ?? '')

const UpdateSchema = z.strictObject({ external_id: optionalText, custom_action: optionalFlag })

/** `/v1/sign_ups` */
export const createSignUpRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/:id', c => answerJson(c, () => toSignUpJson(c.env.instance, found(c))))
    .patch('/:id', c => {
      const signUp = found(c)
      const body = bodyOf(c, UpdateSchema)
      if (body.external_id !== undefined) signUp.externalId = body.external_id || null
      signUp.customAction = body.custom_action ?? signUp.customAction
      return answerJson(c, () => toSignUpJson(c.env.instance, signUp))
    })
