import { createBrowser, createSignedIn, jane, joe } from '../../support/browser.ts'
import type { Scenario } from '../recorder.ts'

/** The user of a session. */
export const meScenarios: readonly Scenario[] = [
  {
    name: 'a profile and its mistakes',
    run: async start => {
      const emulator = start()
      emulator.users.create({ ...joe, username: 'joe_bloggs' })
      const { send } = await createSignedIn(emulator)
      await send('GET', '/v1/me')
      await send('PATCH', '/v1/me', { first_name: 'Jane', last_name: '', username: 'jane_doe' })
      await send('PATCH', '/v1/me', { username: 'joe_bloggs' })
      await send('PATCH', '/v1/me', { primary_email_address_id: 'idn_1' })
      await send('PATCH', '/v1/me/metadata', { unsafe_metadata: '{"theme":"dark"}' })
      await send('PATCH', '/v1/me/metadata', { unsafe_metadata: '[]' })
    },
  },
  {
    name: 'a password',
    run: async start => {
      const { send } = await createSignedIn(start({ settings: { password: 'on' } }))
      const change = (fields: Record<string, string>) =>
        send('POST', '/v1/me/change_password', fields)
      await change({ current_password: 'wrong', new_password: 'another horse' })
      await change({ current_password: jane.password, new_password: 'short' })
      await change({ current_password: jane.password, new_password: 'another horse' })
      await send('POST', '/v1/me/remove_password', { current_password: 'wrong' })
      await send('POST', '/v1/me/remove_password', { current_password: 'another horse' })
      await send('POST', '/v1/me/remove_password', { current_password: 'another horse' })
    },
  },
  {
    name: 'sessions on several devices',
    run: async start => {
      const emulator = start()
      const phone = await createSignedIn(emulator)
      const { send, id } = await createSignedIn(emulator)
      await send('GET', '/v1/me/sessions')
      await send('GET', '/v1/me/sessions/active')
      await send('POST', `/v1/me/sessions/${phone.id}/revoke`)
      await send('POST', `/v1/me/sessions/${phone.id}/revoke`)
      await send('POST', '/v1/me/sessions/sess_1/revoke')
      await send('GET', '/v1/me/sessions')
      emulator.sessions.assignTasks(id, ['setup-mfa'])
      await send('GET', '/v1/me/sessions/active')
    },
  },
  {
    name: 'an account is deleted',
    run: async start => {
      const emulator = start({ settings: { deleteSelf: false } })
      const { send } = await createSignedIn(emulator)
      await send('DELETE', '/v1/me')
      emulator.settings.patch({ deleteSelf: true })
      await send('DELETE', '/v1/me')
      await send('DELETE', '/v1/me')
    },
  },
  {
    name: 'a stranger asks for a user',
    run: async start => {
      const { send } = createBrowser(start())
      await send('GET', '/v1/me')
      await send('PATCH', '/v1/me')
      await send('PATCH', '/v1/me/metadata')
      for (const path of ['sessions', 'sessions/active', 'email_addresses', 'phone_numbers'])
        await send('GET', `/v1/me/${path}`)
      for (const path of ['totp', 'backup_codes', 'change_password', 'remove_password'])
        await send('POST', `/v1/me/${path}`)
    },
  },
]
