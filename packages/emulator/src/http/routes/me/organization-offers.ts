import { type Context, Hono } from 'hono'
import { offerByDomains } from '../../../domain/organization/enrollment.ts'
import {
  acceptInvitation,
  acceptSuggestion,
  invitationsOf,
  suggestionsOf,
} from '../../../domain/organization-offers.ts'
import { toInvitationJson, toSuggestionJson } from '../../../serialize/organization-offers.ts'
import { answerWrapped } from '../../envelope.ts'
import { answerPage, withStatus } from '../../page.ts'
import { type Env, paramsOf } from '../../request-context.ts'
import { signedInContextOf } from '../../signed-in-context.ts'

const invitationStatuses = ['pending', 'accepted', 'revoked', 'expired', 'completed']
const suggestionStatuses = ['pending', 'accepted', 'completed']

// Verified domains offer at the latest when somebody looks.
const offeredTo = (c: Context<Env>) => {
  const context = signedInContextOf(c)
  offerByDomains(context.instance, context.user)
  return context
}

/** `/v1/me/organization_invitations`: those to the caller's verified addresses. */
export const createInvitationRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/', c => {
      const { instance, user } = offeredTo(c)
      const all = invitationsOf(instance, user).map(each => toInvitationJson(instance, each))
      return answerPage(c, withStatus(c, invitationStatuses, all), each => each)
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
      const { instance, user } = offeredTo(c)
      const all = withStatus(c, suggestionStatuses, suggestionsOf(instance, user))
      return answerPage(c, all, each => toSuggestionJson(instance, each))
    })
    .post('/:id/accept', c => {
      const { instance, user } = signedInContextOf(c)
      paramsOf(c)
      const suggestion = acceptSuggestion(instance, user, c.req.param('id'))
      return answerWrapped(c, () => toSuggestionJson(instance, suggestion))
    })
