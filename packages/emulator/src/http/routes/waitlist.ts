import { Hono } from 'hono'
import { readEmail } from '../../domain/sign-up/read-fields.ts'
import { paramNil } from '../../lib/api-errors.ts'
import { type Env, paramsOf } from '../request-context.ts'

/** `/v1/waitlist`: who asks a second time has one entry all the same. */
export const createWaitlistRoutes = (): Hono<Env> =>
  new Hono<Env>().post('/', c => {
    const params = paramsOf(c, 'email_address')
    params.required('email_address')
    const emailAddress = readEmail(params)
    if (emailAddress === null) throw paramNil('email_address')
    const { clock, database, ids } = c.env.instance
    const [known] = database.waitlistEntries.where(each => each.emailAddress === emailAddress)
    if (known) return c.json({ object: 'waitlist_entry', id: known.id })
    const id = ids.next('wle')
    const times = { createdAt: clock.now(), updatedAt: clock.now() }
    database.waitlistEntries.set({
      id,
      emailAddress,
      status: 'pending',
      ticketId: null,
      ...times,
    })
    return c.json({ object: 'waitlist_entry', id })
  })
