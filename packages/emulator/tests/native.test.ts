import type { Emulator } from '@clientele/emulator'
import { describe, expect, test } from 'vitest'
import { createFrozen, jane } from './support/browser.ts'

describe('native', () => {
  const native = (emulator: Emulator) => {
    let token = ''
    const call = async (
      path: string,
      authorization: string | null = token,
      init: RequestInit = {},
    ) => {
      const url = `${path}${path.includes('?') ? '&' : '?'}_is_native=1`
      const headers = {
        ...init.headers,
        ...(authorization === null ? {} : { Authorization: authorization }),
      }
      const answer = await emulator.fetch(url, { ...init, headers })
      return {
        status: answer.status,
        body: await answer.json(),
        token: answer.headers.get('authorization'),
        answer,
      }
    }
    const post = (path: string, fields: Record<string, string> = {}, authorization = token) =>
      call(path, authorization, { method: 'POST', body: new URLSearchParams(fields) })
    const keep = (next: string | null) => {
      token = next ?? token
      return token
    }
    return { call, post, keep }
  }
  const credentials = { identifier: jane.emailAddress, password: jane.password }

  test('the token comes in a header, raw or Bearer, on every answer, errors included', async () => {
    const emulator = createFrozen()
    emulator.users.create(jane)
    const { call, post, keep } = native(emulator)
    expect((await call('/v1/client', '')).body).toEqual({ response: null, client: null })
    const signedIn = await post('/v1/client/sign_ins', credentials, '')
    const token = keep(signedIn.token)
    expect(signedIn.body.client.cookie_expires_at).toBeNull()
    expect(signedIn.answer.headers.getSetCookie()).toEqual([])
    for (const authorization of [token, `Bearer ${token}`]) {
      expect((await call('/v1/client', authorization)).body.response.sessions).toHaveLength(1)
    }
    const refused = await call('/v1/client/sessions/sess_x', token)
    expect([refused.status, refused.token]).toEqual([404, token])
    expect((await call('/v1/client', 'Bearer ')).body.response).toBeNull()
  })

  test.each([
    ['without the header', null, {}, true, 'request_header_missing'],
    [
      'with Origin beside it',
      'x',
      { Origin: 'https://a.test' },
      true,
      'origin_authorization_headers_conflict',
    ],
    ['when it is disabled', '', {}, false, 'native_api_disabled'],
  ] as const)('%s it is 400', async (_, authorization, headers, nativeApi, code) => {
    const { call } = native(createFrozen({ settings: { nativeApi } }))
    const { status, body } = await call('/v1/client', authorization, { headers })
    expect([status, body.errors[0].code]).toEqual([400, code])
  })

  test('by default the token rotates at sign-in and sign-out', async () => {
    const emulator = createFrozen()
    emulator.users.create(jane)
    const { call, post, keep } = native(emulator)
    const before = keep((await post('/v1/client/sign_ins', {}, '')).token)
    expect((await call('/v1/client')).token).toBe(before)
    const after = keep((await post('/v1/client/sign_ins', credentials)).token)
    expect(after).not.toBe(before)
    expect((await call('/v1/client', before)).body).toEqual({ response: null, client: null })
    expect((await call('/v1/client', before)).token).toBeNull()
    expect((await post('/v1/client/sessions?_method=DELETE')).token).not.toBe(after)
  })

  test('it can rotate on every call, with a grace for those under way', async () => {
    const emulator = createFrozen({ settings: { rotation: 'every-call', rotationGrace: 2000 } })
    const { call, post, keep } = native(emulator)
    const first = keep((await post('/v1/client/sign_ins', {}, '')).token)
    const second = keep((await call('/v1/client')).token)
    expect(second).not.toBe(first)
    // late, and answered with the present one
    expect((await call('/v1/client', first)).token).toBe(second)
    emulator.clock.advance(2000)
    expect((await call('/v1/client', first)).body.response).toBeNull()
    expect((await call('/v1/client', second)).body.response.object).toBe('client')
    emulator.settings.patch({ rotationGrace: 0 })
  })

  test('a nonce is worth the new token, once', async () => {
    const emulator = createFrozen()
    const { call, post, keep } = native(emulator)
    const old = keep((await post('/v1/client/sign_ins', {}, '')).token)
    const { rotatingTokenNonce } = emulator.clients.rotate(emulator.clients.list()[0]?.id ?? '')
    expect((await call('/v1/client')).body.response).toBeNull()
    const path = `/v1/client?rotating_token_nonce=${rotatingTokenNonce}`
    const redeemed = await call(path, old)
    expect(redeemed.body.response.object).toBe('client')
    expect(redeemed.token).not.toBe(old)
    expect((await call(path, old)).body.response).toBeNull()
    expect((await call('/v1/client', redeemed.token)).body.response.object).toBe('client')
  })
})
