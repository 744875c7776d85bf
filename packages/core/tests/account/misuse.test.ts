import { account } from '@clientele/core/account'
import { expect, it } from 'vitest'
import { openAccount, scriptAccount } from '../support/account.ts'
import { userJson } from '../support/wire.ts'

type Api = Awaited<ReturnType<typeof scriptAccount>>['api']

/** As a program without types might call it. */
const wrongly = (call: unknown) => call as (...given: unknown[]) => Promise<unknown>

it.each<[string, (api: Api) => Promise<unknown>, RegExp]>([
  ['a missing field', api => wrongly(api.createEmailAddress)({}), /createEmailAddress.* email/],
  ['no parameters', api => wrongly(api.verifyTotp)(), /verifyTotp\(\) needs code/],
  ['no object', api => wrongly(api.verifyTotp)('123456'), /verifyTotp\(\) takes one object/],
  ['no object to update with', api => wrongly(api.update)('Ada'), /update\(\) takes one object/],
  ['no id', api => wrongly(api.deletePasskey)(), /deletePasskey\(\) needs an id/],
  ['an empty id', api => api.deletePhoneNumber(''), /deletePhoneNumber\(\) needs an id/],
  ['an id that is none', api => wrongly(api.revokeSession)({ id: 1 }), /needs an id/],
  ['no picture', api => wrongly(api.setProfileImage)(), /needs a file/],
  ['a picture that is none', api => wrongly(api.setProfileImage)({ file: {} }), /needs a file/],
  ['page 0', api => api.getOrganizationMemberships({ page: 0 }), /whole numbers from 1/],
  ['half a page', api => api.getOrganizationInvitations({ pageSize: 0.5 }), /whole numbers/],
  ['no callback', api => wrongly(api.withReverification)(async () => 1), /withReverification/],
])('%s is a TypeError that names the remedy, and nothing is sent', async (_, call, text) => {
  const { api, seen } = await scriptAccount(() => null)
  const error = await call(api).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(TypeError)
  expect(String(error)).toMatch(text)
  expect(seen).toHaveLength(1)
})

it.each([
  'reload',
  'delete',
  'createTotp',
  'disableTotp',
  'createBackupCodes',
  'deletePasskey',
  'revokeSession',
] as const)('%s takes no parameters, and sends none of an event', async name => {
  const { api, seen } = await scriptAccount(() => userJson('user_1'))
  await wrongly(api[name])(...(/Passkey|Session/.test(name) ? ['id_1'] : []), { type: 'click' })
  expect(seen[1]?.url.href).not.toContain('click')
  expect(`${seen[1]?.form}`).toBe('')
})

it('nobody who is signed in is an error of its own, and nothing is sent', async () => {
  const { clientele, api, sessionId, emulator } = await openAccount()
  await clientele.signOut()
  const before = emulator.requests.length
  for (const call of [api.reload, api.createTotp, api.getSessions, api.createPasskey])
    await expect(call()).rejects.toMatchObject({ code: 'signed_out' })
  await expect(clientele.use(account({ sessionId })).update({})).rejects.toMatchObject({
    code: 'signed_out',
  })
  expect(emulator.requests.length).toBe(before)
})

it('a disposed store asks nothing more', async () => {
  const { clientele, api } = await scriptAccount(() => null)
  clientele.dispose()
  await expect(api.reload()).rejects.toMatchObject({ code: 'disposed' })
})
