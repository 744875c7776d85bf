import type { Context } from 'hono'
import type { Env } from './request-context.ts'

/** Answers with what became of a record: with the stamp that its change has given it. */
export const answerJson = (c: Context<Env>, toBody: () => object, status?: 201): Response => {
  c.env.instance.stamp()
  return c.json(toBody(), status)
}
