import { createBackend, pictureForm } from '../../../support/backend.ts'
import { createSignedIn, jane } from '../../../support/browser.ts'
import { png } from '../../../support/image.ts'
import type { Scenario } from '../../recorder.ts'

const ada = {
  email_address: ['ada@example.com'],
  phone_number: ['+12015550100'],
  username: 'ada_l',
  first_name: 'Ada',
  last_name: 'Lovelace',
  password: 'analytical engine',
  external_id: 'crm-1',
  public_metadata: { plan: 'pro' },
  private_metadata: { note: 'vip' },
  unsafe_metadata: { theme: 'dark' },
}

/** Users, as a backend keeps them. */
export const userScenarios: readonly Scenario[] = [
  {
    name: 'users are created, found, changed and deleted',
    run: async start => {
      const { get, post, patch, put, delete: remove } = createBackend(start())
      const { body: user } = await post('/users', ada)
      await post('/users', ada)
      await post('/users', { nonsense: 1 })
      await post('/users', { email_address: ['bob@example.com'], skip_password_requirement: true })
      await post('/users', { username: 'carl', password: 'x', skip_user_requirement: true })
      await get('/users?limit=1&order_by=-created_at')
      await get('/users?limit=0')
      await get('/users?email_address=ada@example.com&query=ada')
      await get('/users/count?banned=false')
      await get(`/users/${user.id}`)
      await get('/users/user_1')
      await patch(`/users/${user.id}`, { first_name: 'Augusta', locale: 'en-GB' })
      await patch(`/users/${user.id}`, { primary_email_address_id: 'idn_1' })
      await patch(`/users/${user.id}/metadata`, { public_metadata: { plan: null, seats: 3 } })
      await put(`/users/${user.id}/metadata`, { private_metadata: {} })
      await put(`/users/${user.id}/metadata`, { private_metadata: [] })
      await post(`/users/${user.id}/profile_image`, pictureForm(png))
      await post(`/users/${user.id}/profile_image`)
      await remove(`/users/${user.id}/profile_image`)
      await remove(`/users/${user.id}/profile_image`)
      await get(`/users/${user.id}/oauth_access_tokens/oauth_google`)
      await get(`/users/${user.id}/oauth_access_tokens/oauth_google?paginated=true`)
      await remove(`/users/${user.id}`)
      await remove(`/users/${user.id}`)
    },
  },
  {
    name: 'users are banned and locked',
    run: async start => {
      const emulator = start()
      await createSignedIn(emulator)
      const { post, get } = createBackend(emulator)
      const id = emulator.users.get(jane.emailAddress)?.id ?? ''
      for (const verb of ['lock', 'unlock', 'ban', 'unban']) await post(`/users/${id}/${verb}`)
      for (const verb of ['ban', 'unban']) {
        await post(`/users/${verb}`, { user_ids: [id] })
        await post(`/users/${verb}`, { user_ids: [] })
        await post(`/users/user_1/${verb}`)
      }
      await get('/users?banned=true')
    },
  },
]
