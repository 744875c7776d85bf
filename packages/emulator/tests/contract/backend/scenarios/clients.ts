import { createBackend } from '../../../support/backend.ts'
import { createSignedIn, jane } from '../../../support/browser.ts'
import type { Scenario } from '../../recorder.ts'

/** Clients and sessions. */
export const clientScenarios: readonly Scenario[] = [
  {
    name: 'sessions and clients',
    run: async start => {
      const emulator = start({ settings: { jwtTemplates: { supabase: { claims: { a: 1 } } } } })
      const { id } = await createSignedIn(emulator)
      const userId = emulator.users.get(jane.emailAddress)?.id ?? ''
      const { get, post } = createBackend(emulator)
      await get(`/sessions?user_id=${userId}&status=active&paginated=true`)
      await get('/sessions')
      await get('/sessions?status=nonsense')
      await get(`/sessions/${id}`)
      await get('/sessions/sess_1')
      const { body: token } = await post(`/sessions/${id}/tokens`, { expires_in_seconds: 5 })
      await post(`/sessions/${id}/tokens/supabase`)
      await post(`/sessions/${id}/tokens/nonsense`)
      await get('/clients?paginated=true')
      const { body: clients } = await get('/clients')
      await get(`/clients/${clients[0].id}`)
      await get('/clients/client_1')
      await post('/clients/verify', { token: token.jwt })
      await post('/clients/verify', { token: 'nonsense' })
      await post(`/sessions/${id}/revoke`)
      await post('/sessions/sess_1/revoke')
      await post(`/sessions/${id}/tokens`)
      await post('/clients/verify', { token: token.jwt })
      const organization = emulator.organizations.create({ name: 'Acme', members: [{ userId }] })
      await post('/sessions', { user_id: userId, active_organization_id: organization.id })
      await post('/sessions', { user_id: userId, active_organization_id: 'org_1' })
      await post('/sessions', {})
    },
  },
]
