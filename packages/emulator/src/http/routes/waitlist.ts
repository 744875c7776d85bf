import { Hono } from 'hono'
import { readEmail } from '../../domain/sign-up/read-fields.ts'
import { enterWaitlist } from '../../domain/waitlist.ts'
import { paramNil } from '../../lib/api-errors.ts'
import { type Env, paramsOf } from '../request-context.ts'

/** `/v1/waitlist`: who asks a second time has one entry all the same. */
export const createWaitlistRoutes = (): Hono<Env> =>
  new Hono<Env>().post('/', c => {
    const params = paramsOf(c, 'email_address')
    params.required('email_address')
    const emailAddress = readEmail(params)
    if (emailAddress === null) throw paramNil('email_address')
    const { id } = enterWaitlist(c.env.instance, emailAddress)
    return c.json({ object: 'waitlist_entry', id })
  })
