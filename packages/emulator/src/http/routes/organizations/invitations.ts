import { type Context, Hono } from 'hono'
import { inviteAll, revoke } from '../../../domain/organization/invitations.ts'
import { invitationsBy, pendingInvitationsOf } from '../../../domain/organization-offers.ts'
import { toInvitationJson } from '../../../serialize/organization-offers.ts'
import { answerWrapped } from '../../envelope.ts'
import { memberCallOf, memberContextFor } from '../../member-context.ts'
import { answerPage, withStatus } from '../../page.ts'
import type { Env } from '../../request-context.ts'

const manage = 'org:sys_memberships:manage'
const statuses = ['pending', 'accepted', 'revoked', 'expired', 'invalid', 'completed']

const list = (c: Context<Env>) => {
  const { instance, organization } = memberContextFor(c, manage)
  const all = invitationsBy(instance, organization.id).map(each => toInvitationJson(instance, each))
  return answerPage(c, withStatus(c, statuses, all.reverse()), each => each)
}

const listPending = (c: Context<Env>) => {
  const { instance, organization } = memberContextFor(c, manage)
  const pending = pendingInvitationsOf(instance, organization.id).reverse()
  return answerWrapped(c, () => pending.map(each => toInvitationJson(instance, each)))
}

const invite = (c: Context<Env>, field: string) => {
  const { context, params } = memberCallOf(c, manage, field, 'role', 'notify')
  const invited = inviteAll(context, params)
  return invited.map(each => toInvitationJson(context.instance, each))
}

/** `/v1/organizations/{id}/invitations`: whom its members have invited. */
export const createMemberInvitationRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/:organization_id/invitations', list)
    .get('/:organization_id/invitations/pending', listPending)
    .post('/:organization_id/invitations', c => {
      const [invited] = invite(c, 'email_address')
      return answerWrapped(c, () => ({ ...invited }))
    })
    .post('/:organization_id/invitations/bulk', c => {
      const invited = invite(c, 'email_address[]')
      return answerWrapped(c, () => invited)
    })
    .post('/:organization_id/invitations/:invitation_id/revoke', c => {
      const { context } = memberCallOf(c, manage)
      const revoked = revoke(context, c.req.param('invitation_id'))
      return answerWrapped(c, () => toInvitationJson(context.instance, revoked))
    })
