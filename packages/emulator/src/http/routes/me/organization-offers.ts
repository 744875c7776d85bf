import { type Context, Hono } from 'hono'
import {
  acceptInvitation,
  acceptSuggestion,
  invitationsOf,
  suggestionsOf,
} from '../../../domain/organization-offers.ts'
import { paramValueInvalid } from '../../../lib/api-errors.ts'
import { toInvitationJson, toSuggestionJson } from '../../../serialize/organization-offers.ts'
import { answerWrapped } from '../../envelope.ts'
import { pageOf } from '../../page.ts'
import { type Env, paramsOf } from '../../request-context.ts'
import { signedInContextOf } from '../../signed-in-context.ts'

// One status, or several of them.
const readStatuses = (c: Context<Env>, known: readonly string[]): readonly string[] => {
  const given = (c.req.queries('status') ?? []).filter(status => status !== '')
  if (given.some(status => !known.includes(status))) throw paramValueInvalid('status')
  return given.length > 0 ? given : known
}

const list = (
  c: Context<Env>,
  known: readonly string[],
  offers: readonly { readonly status: string }[],
) => {
  const statuses = readStatuses(c, known)
  const fitting = offers.filter(({ status }) => statuses.includes(status))
  const data = pageOf(c, fitting)
  return answerWrapped(c, () => ({ data, total_count: fitting.length }))
}

/** `/v1/me/organization_invitations`: those to the caller's verified addresses. */
export const createInvitationRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/', c => {
      const { instance, user } = signedInContextOf(c)
      const all = invitationsOf(instance, user).map(each => toInvitationJson(instance, each))
      return list(c, ['pending', 'accepted', 'revoked', 'expired', 'completed'], all)
    })
    .post('/:id/accept', c => {
      const { instance, user } = signedInContextOf(c)
      paramsOf(c)
      const invitation = acceptInvitation(instance, user, c.req.param('id'))
      return answerWrapped(c, () => toInvitationJson(instance, invitation))
    })

/** `/v1/me/organization_suggestions`: organizations that the caller could ask to join. */
export const createSuggestionRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/', c => {
      const { instance, user } = signedInContextOf(c)
      const all = suggestionsOf(instance, user).map(each => toSuggestionJson(instance, each))
      return list(c, ['pending', 'accepted', 'completed'], all)
    })
    .post('/:id/accept', c => {
      const { instance, user } = signedInContextOf(c)
      paramsOf(c)
      const suggestion = acceptSuggestion(instance, user, c.req.param('id'))
      return answerWrapped(c, () => toSuggestionJson(instance, suggestion))
    })
