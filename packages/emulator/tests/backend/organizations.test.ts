import { expect, test } from 'vitest'
import { createBackend } from '../support/backend.ts'
import { createFrozen, createSignedIn, jane, joe } from '../support/browser.ts'

test('what an invitation says of the membership is the membership’s when it is accepted', async () => {
  const emulator = createFrozen()
  const { send } = await createSignedIn(emulator, [jane])
  const { get, post } = createBackend(emulator)
  const { id } = emulator.organizations.create({ name: 'Acme' })
  const metadata = { public_metadata: { desk: 3 }, private_metadata: { margin: 'thin' } }
  const { body } = await post(`/organizations/${id}/invitations`, {
    email_address: jane.emailAddress,
    role: 'org:member',
    ...metadata,
  })
  await send('POST', `/v1/me/organization_invitations/${body.id}/accept`)
  const memberships = await get(`/organizations/${id}/memberships`)
  expect(memberships.body.data).toMatchObject([metadata])
})

test('an invitation that a backend takes back leaves a link that is of no use', async () => {
  const emulator = createFrozen()
  const { send } = await createSignedIn(emulator, [jane])
  const created = await send<{ id: string }>('POST', '/v1/organizations', { name: 'Acme' })
  const { id } = created.body.response
  const role = 'org:member'
  const fields = { email_address: joe.emailAddress, role }
  const invited = await send<{ id: string }>('POST', `/v1/organizations/${id}/invitations`, fields)
  const { post } = createBackend(emulator)
  await post(`/organizations/${id}/invitations/${invited.body.response.id}/revoke`, {})
  const link = emulator.inbox.latest({ to: joe.emailAddress })?.link ?? ''
  expect((await emulator.agent().fetch(link)).status).toBe(400)
})
