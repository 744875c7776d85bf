import { readFileSync } from 'node:fs'
import type { WebhookEndpoint } from '@clientele/emulator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { createBackend } from '../support/backend.ts'
import { createSignedIn, jane } from '../support/browser.ts'
import { createWithReceiver, receiver } from '../support/webhooks.ts'
import type { Document, Schema } from './description.ts'
import { toDefinitions, toJsonSchema } from './json-schema.ts'

interface Description extends Document {
  readonly 'x-webhooks': Readonly<
    Record<
      string,
      { post: { requestBody: { content: { 'application/json': { schema: Schema } } } } }
    >
  >
}

const file = new URL('../../openapi/webhooks-2025-04-15.openapi.yml', import.meta.url)
const description: Description = parse(readFileSync(file, 'utf8'))
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
ajv.addSchema({ $id: 'webhooks', $defs: toDefinitions(description) })

const faultsOf = (type: string, payload: unknown): string[] => {
  const described = description['x-webhooks'][type]
  if (!described) return [`${type} is not described`]
  const { schema } = described.post.requestBody.content['application/json']
  const text = JSON.stringify(toJsonSchema(description, schema))
  const validate = ajv.compile(JSON.parse(text.replaceAll('"#/$defs/', '"webhooks#/$defs/')))
  if (validate(payload)) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  )
}

// The description has the event and not the status that it tells of, which the SDK knows.
const difference = { type: 'session.pending', field: '/data/status' }

test('every event is as described', async () => {
  const { emulator, received } = createWithReceiver()
  const { post, patch, delete: remove } = createBackend(emulator)
  const { id, send, session } = await createSignedIn(emulator)
  const userId = emulator.users.get(jane.emailAddress)?.id ?? ''
  const { body: acme } = await post('/organizations', { name: 'Acme', created_by: userId })
  const path = `/organizations/${acme.id}`
  await patch(path, { name: 'Other' })
  await patch(`${path}/memberships/${userId}`, { role: 'org:member' })
  const invite = (email_address: string) =>
    post(`${path}/invitations`, { email_address, role: 'org:member', inviter_user_id: userId })
  const { body: invitation } = await invite('new@example.com')
  await post(`${path}/invitations/${invitation.id}/revoke`)
  emulator.users.create({ emailAddress: 'joe@example.com', password: 'battery staple' })
  const joe = await createSignedIn(emulator, [
    { emailAddress: 'joe@example.com', password: 'battery staple' },
  ])
  const { body: own } = await invite('joe@example.com')
  await joe.send('POST', `/v1/me/organization_invitations/${own.id}/accept`)
  emulator.sessions.assignTasks(joe.id, ['choose-organization'])
  await emulator.webhooks.flush()
  await joe.session('end', joe.id)
  await session('remove', id)
  const again = await createSignedIn(emulator)
  await post(`/sessions/${again.id}/revoke`)
  const { body } = await again.signIn({ identifier: jane.emailAddress })
  const codeFields = { strategy: 'email_code' }
  await again.signInStep(body.response.id, 'prepare_first_factor', codeFields)
  await again.signUp({ phone_number: '+12015550999' })
  await post('/phone_numbers', { user_id: userId, phone_number: '+12025551234' })
  const phone = emulator.users.get(jane.emailAddress)?.phoneNumbers[0]?.id
  await post(`/phone_numbers/${phone}/prepare_verification`)
  const { body: entry } = await post('/waitlist_entries', { email_address: 'w@example.com' })
  await post(`/waitlist_entries/${entry.id}/reject`)
  await patch(`/users/${userId}`, { external_id: 'crm-1' })
  await send('GET', '/v1/client')
  await remove(path)
  await remove(`/users/${userId}`)
  await emulator.webhooks.flush()

  const types = new Set(received.map(({ event }) => event.type))
  for (const { event, body: text } of received) {
    const faults = faultsOf(event.type, JSON.parse(text))
    const isDifferent = event.type === difference.type
    expect({ type: event.type, faults: faults.length }).toEqual({
      type: event.type,
      faults: isDifferent ? 1 : 0,
    })
    if (isDifferent) expect(faults[0]).toContain(difference.field)
  }
  // Each can be asked for.
  const events = [...types] as WebhookEndpoint['events'] // as: the setting says whether they are
  expect(() => emulator.settings.patch({ webhooks: [{ url: receiver, events }] })).not.toThrow()
  expect([...types].sort()).toEqual([
    'email.created',
    'organization.created',
    'organization.deleted',
    'organization.updated',
    'organizationInvitation.accepted',
    'organizationInvitation.created',
    'organizationInvitation.revoked',
    'organizationMembership.created',
    'organizationMembership.deleted',
    'organizationMembership.updated',
    'session.created',
    'session.ended',
    'session.pending',
    'session.removed',
    'session.revoked',
    'sms.created',
    'user.created',
    'user.deleted',
    'user.updated',
    'waitlistEntry.created',
    'waitlistEntry.updated',
  ])
})
