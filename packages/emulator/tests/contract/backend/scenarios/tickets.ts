import { createBackend } from '../../../support/backend.ts'
import { createBrowser } from '../../../support/browser.ts'
import type { Scenario } from '../../recorder.ts'

/** Invitations, sign-in tokens, actor tokens, testing tokens and the waitlist. */
export const ticketScenarios: readonly Scenario[] = [
  {
    name: 'sign-in tokens and actor tokens',
    run: async start => {
      const emulator = start()
      const { id: user_id } = emulator.users.create({ emailAddress: 'ada@example.com' })
      const { get, post } = createBackend(emulator)
      const actor = { sub: 'user_admin' }
      const { body: token } = await post('/actor_tokens', { user_id, actor })
      const { body: act } = await post('/actor_tokens', { user_id, actor, expires_in_seconds: 60 })
      await post(`/actor_tokens/${act.id}/revoke`)
      await post(`/actor_tokens/${act.id}/revoke`)
      await post('/actor_tokens/act_1/revoke')
      await post('/actor_tokens', { user_id, actor: {} })
      await createBrowser(emulator).signIn({ strategy: 'ticket', ticket: token.token })
      await get('/sessions')
      const { body: sign } = await post('/sign_in_tokens', { user_id, expires_in_seconds: 60 })
      await post(`/sign_in_tokens/${sign.id}/revoke`)
      await post(`/sign_in_tokens/${sign.id}/revoke`)
      await post('/sign_in_tokens/sit_1/revoke')
      await post('/sign_in_tokens', { user_id: 'user_1' })
      await post('/testing_tokens')
      await get('/jwks')
    },
  },
  {
    name: 'invitations',
    run: async start => {
      const emulator = start()
      emulator.users.create({ emailAddress: 'ada@example.com' })
      const { get, post } = createBackend(emulator)
      const { body } = await post('/invitations', {
        email_address: 'bob@example.com',
        public_metadata: { plan: 'pro' },
        redirect_url: 'https://app.example.com/welcome',
        expires_in_days: 7,
      })
      await post('/invitations', { email_address: 'bob@example.com' })
      await post('/invitations', { email_address: 'ada@example.com' })
      await post('/invitations', { email_address: 'nonsense' })
      await post('/invitations/bulk', [{ email_address: 'carl@example.com', notify: false }])
      await post('/invitations/bulk', [])
      await get('/invitations?status=pending&query=bob')
      await get('/invitations?paginated=true&order_by=email_address')
      await get('/invitations?status=nonsense')
      await post(`/invitations/${body.id}/revoke`)
      await post(`/invitations/${body.id}/revoke`)
      await post('/invitations/inv_1/revoke')
    },
  },
  {
    name: 'the waitlist',
    run: async start => {
      const emulator = start()
      const { get, post, delete: remove } = createBackend(emulator)
      const { body: bob } = await post('/waitlist_entries', { email_address: 'bob@example.com' })
      const { body: carl } = await post('/waitlist_entries', { email_address: 'carl@example.com' })
      const { body: dora } = await post('/waitlist_entries', { email_address: 'dora@example.com' })
      await post('/waitlist_entries', {})
      await get('/waitlist_entries?status=pending&query=bob')
      await get('/waitlist_entries?status=nonsense')
      await post(`/waitlist_entries/${bob.id}/invite`)
      await post(`/waitlist_entries/${bob.id}/invite`)
      await post(`/waitlist_entries/${carl.id}/reject`)
      await post(`/waitlist_entries/${carl.id}/reject`)
      await post('/waitlist_entries/wle_1/reject')
      await remove(`/waitlist_entries/${dora.id}`)
      await remove(`/waitlist_entries/${bob.id}`)
    },
  },
]
