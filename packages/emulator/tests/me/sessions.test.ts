import { expect, test } from 'vitest'
import { createFrozen, createSignedIn, joe } from '../support/browser.ts'
import type { SessionWire } from '../support/wire.ts'

const begin = async () => {
  const emulator = createFrozen()
  const phone = await createSignedIn(emulator)
  const laptop = await createSignedIn(emulator)
  const stranger = await createSignedIn(emulator, [joe])
  return { emulator, phone, laptop, stranger }
}

test('every device is listed, none with the token of another', async () => {
  const { phone, laptop } = await begin()
  const read = async (path: string) => {
    const { text } = await laptop.send('GET', `/v1/me/${path}`)
    expect(text).not.toContain('"jwt"')
    return JSON.parse(text) as SessionWire[] // as: a bare array
  }
  expect((await read('sessions')).map(({ id }) => id)).toEqual([phone.id, laptop.id])
  const [active] = await read('sessions/active')
  expect(active).toMatchObject({
    id: phone.id,
    latest_activity: { object: 'session_activity', is_mobile: false },
  })
  expect(active).not.toHaveProperty('user')
  await phone.session('end', phone.id)
  expect((await read('sessions')).map(({ status }) => status)).toEqual(['ended', 'active'])
  expect((await read('sessions/active')).map(({ id }) => id)).toEqual([laptop.id])
})

test('a session on another device is revoked', async () => {
  const { phone, laptop } = await begin()
  const { body } = await laptop.send<SessionWire>('POST', `/v1/me/sessions/${phone.id}/revoke`)
  expect(body.response).toMatchObject({ id: phone.id, status: 'revoked', last_active_token: null })
  expect((await phone.client()).body.response).toMatchObject({
    last_active_session_id: null,
    sessions: [{ status: 'revoked' }],
  })
  expect((await laptop.client()).body.response?.last_active_session_id).toBe(laptop.id)
  const { status, fault } = await laptop.send('POST', `/v1/me/sessions/${phone.id}/revoke`)
  expect([status, fault]).toEqual([400, 'invalid_action_for_session'])
})

test("one's own may be revoked, that of another user not", async () => {
  const { laptop, stranger } = await begin()
  expect((await laptop.send('POST', `/v1/me/sessions/${stranger.id}/revoke`)).status).toBe(404)
  expect((await stranger.client()).body.response?.last_active_session_id).toBe(stranger.id)
  const { body } = await laptop.send('POST', `/v1/me/sessions/${laptop.id}/revoke`)
  expect(body.client?.last_active_session_id).toBeNull()
  expect((await laptop.send('GET', '/v1/me/sessions')).fault).toBe('signed_out')
})

test('what is due happens first', async () => {
  const { emulator, laptop } = await begin()
  emulator.clock.advance(emulator.settings.read().sessionLifetime - 1)
  const late = await createSignedIn(emulator)
  emulator.clock.advance(1)
  const { text } = await late.send('GET', '/v1/me/sessions/active')
  expect(text).not.toContain(laptop.id)
})
