import { createSignedIn, jane } from '../../support/browser.ts'
import { wrong } from '../../support/sign-in.ts'
import type { Scenario } from '../recorder.ts'

const redirect_url = 'https://app.emulator.test/verify'

/** The email addresses and phone numbers of a user. */
export const identificationScenarios: readonly Scenario[] = [
  {
    name: 'an email address is added, verified, made primary and deleted',
    run: async start => {
      const emulator = start()
      const { send } = await createSignedIn(emulator)
      const add = (email_address: string) =>
        send<{ id: string }>('POST', '/v1/me/email_addresses/', { email_address })
      await add(jane.emailAddress)
      const { id } = (await add('jane@work.test')).body.response
      const step = (verb: string, fields: Record<string, string>) =>
        send('POST', `/v1/me/email_addresses/${id}/${verb}`, fields)
      await step('attempt_verification', { code: wrong })
      await step('prepare_verification', { strategy: 'nonsense' })
      await step('prepare_verification', { strategy: 'email_code' })
      await step('prepare_verification', { strategy: 'email_code' })
      await step('attempt_verification', { code: wrong })
      await send('GET', '/v1/me/email_addresses')
      await step('attempt_verification', { code: emulator.inbox.latest()?.code ?? '' })
      await step('prepare_verification', { strategy: 'email_code' })
      await send('PATCH', '/v1/me', { primary_email_address_id: id })
      await send('GET', `/v1/me/email_addresses/${id}`)
      await send('DELETE', `/v1/me/email_addresses/${id}`)
      await send('GET', `/v1/me/email_addresses/${id}`)
      const [{ id: last = '' } = {}] = emulator.users.list()[0]?.emailAddresses ?? []
      await send('DELETE', `/v1/me/email_addresses/${last}`)
      for (const verb of ['attempt_verification', 'prepare_verification'])
        await step(verb, { [verb === 'attempt_verification' ? 'code' : 'strategy']: 'email_code' })
    },
  },
  {
    name: 'an email address is verified by a link',
    run: async start => {
      const emulator = start()
      const { send, visit } = await createSignedIn(emulator)
      const { response } = (
        await send<{ id: string }>('POST', '/v1/me/email_addresses', { email_address: 'a@b.test' })
      ).body
      const path = `/v1/me/email_addresses/${response.id}`
      await send('POST', `${path}/prepare_verification`, { strategy: 'email_link', redirect_url })
      await visit(emulator.inbox.latest()?.link ?? '')
      await send('GET', path)
    },
  },
  {
    name: 'a phone number is added, verified, reserved and deleted',
    run: async start => {
      const emulator = start()
      const { send } = await createSignedIn(emulator)
      const add = (phone_number: string) =>
        send<{ id: string }>('POST', '/v1/me/phone_numbers', { phone_number })
      await add('nonsense')
      const { id } = (await add('+12015550123')).body.response
      const path = `/v1/me/phone_numbers/${id}`
      const step = (verb: string, fields: Record<string, string>) =>
        send('POST', `${path}/${verb}`, fields)
      await step('attempt_verification', { code: wrong })
      await send('PATCH', path, { reserved_for_second_factor: 'true' })
      await step('prepare_verification', { strategy: 'nonsense' })
      await step('prepare_verification', { strategy: 'phone_code' })
      await step('prepare_verification', { strategy: 'phone_code' })
      await step('attempt_verification', { code: wrong })
      await send('GET', '/v1/me/phone_numbers')
      await step('attempt_verification', { code: '424242' })
      await step('attempt_verification', { code: emulator.inbox.latest()?.code ?? '' })
      await step('prepare_verification', { strategy: 'phone_code' })
      await send('PATCH', path, {
        reserved_for_second_factor: 'true',
        default_second_factor: 'true',
      })
      await send('GET', path)
      await send('DELETE', path)
      await send('GET', path)
      await send('PATCH', path)
      await send('DELETE', path)
    },
  },
]
