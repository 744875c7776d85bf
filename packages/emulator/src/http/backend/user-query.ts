import type { Context } from 'hono'
import type { UserFilter } from '../../domain/backend/find-users.ts'
import type { Env } from '../request-context.ts'
import { flag, many, milliseconds, one, queryOf } from './read-input.ts'

/** The filters of a list of users, as the query names them. @throws ApiError 422. */
export const userFilterOf = (c: Context<Env>): UserFilter =>
  queryOf(c, {
    user_id: many.optional(),
    external_id: many.optional(),
    email_address: many.optional(),
    phone_number: many.optional(),
    web3_wallet: many.optional(),
    username: many.optional(),
    organization_id: many.optional(),
    query: one.optional(),
    email_address_query: one.optional(),
    phone_number_query: one.optional(),
    username_query: one.optional(),
    name_query: one.optional(),
    banned: flag.optional(),
    provider: one.optional(),
    provider_user_id: many.optional(),
    created_at_before: milliseconds.optional(),
    created_at_after: milliseconds.optional(),
    last_active_at_before: milliseconds.optional(),
    last_active_at_after: milliseconds.optional(),
    last_active_at_since: milliseconds.optional(),
    last_sign_in_at_before: milliseconds.optional(),
    last_sign_in_at_after: milliseconds.optional(),
  })
