import { createBackend } from '../../../support/backend.ts'
import type { Scenario } from '../../recorder.ts'

const kinds = [
  ['email_address', 'email_addresses', 'more@example.com', 'last@example.com'],
  ['phone_number', 'phone_numbers', '+12015550123', '+12015559999'],
] as const

/** Email addresses and phone numbers. */
export const identificationScenarios: readonly Scenario[] = kinds.map(
  ([field, path, more, last]) => ({
    name: path,
    run: async start => {
      const emulator = start({ settings: { testMode: false, resendCooldown: 0 } })
      const user = emulator.users.create({ emailAddress: 'ada@example.com' })
      const { get, post, patch, put, delete: remove } = createBackend(emulator)
      const { body } = await post(`/${path}`, { user_id: user.id, [field]: more })
      await post(`/${path}`, { user_id: user.id, [field]: more, verified: true, primary: true })
      await post(`/${path}`, { user_id: user.id, [field]: 'nonsense' })
      await post(`/${path}`, { user_id: 'user_1', [field]: last })
      await post(`/${path}`, {})
      await get(`/${path}/${body.id}`)
      await get(`/${path}/idn_1`)
      const { body: sent } = await post(`/${path}/${body.id}/prepare_verification`)
      const attempt = (code: string, id = sent.id) =>
        post(`/${path}/${body.id}/attempt_verification`, { verification_id: id, code })
      await attempt('000000')
      await attempt('000000', 'ver_1')
      await attempt(emulator.inbox.latest()?.code ?? '')
      await attempt('000000')
      await patch(`/${path}/${body.id}`, { verified: false })
      await patch(`/${path}/${body.id}`, { verified: true, primary: true })
      await patch(`/${path}/idn_1`, {})
      await remove(`/${path}/${body.id}`)
      await remove(`/${path}/${body.id}`)
      await put(`/users/${user.id}/${field}`, { [field]: last })
      await put(`/users/${user.id}/${field}`, { [field]: last, identification_status: 'reserved' })
      await put(`/users/${user.id}/${field}`, { [field]: 'nonsense' })
    },
  }),
)
