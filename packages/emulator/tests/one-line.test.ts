import type { Emulator } from '@clientele/emulator'
import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn, jane } from './support/browser.ts'
import { createRemote } from './support/control.ts'

const lines = ['1\r\nSet-Cookie: a=b', '1\nX: y', '1\r', '\u0000', '1\u007f', 'spät', ' ', '']

describe('retryAfter', () => {
  test.each(lines)('%j is refused as the fault is added', async retryAfter => {
    const emulator = createFrozen()
    const fault = { kind: 'status', status: 429, path: '/v1/*', retryAfter } as const
    expect(() => emulator.faults.add(fault)).toThrow(/^Wrong fault: retryAfter: .*in one line/)
    const { status, body } = await createRemote(emulator)('POST', '/faults', fault)
    expect([status, body.errors[0].meta.param_name]).toEqual([422, 'retryAfter'])
    expect(emulator.faults.list()).toEqual([])
    expect((await emulator.fetch('/v1/client')).status).toBe(200)
  })

  test.each([10, '10', 'Fri, 02 Jan 2026 03:04:05 GMT', 'soon'])('%j is sent', async retryAfter => {
    const emulator = createFrozen()
    emulator.faults.add({ kind: 'status', status: 429, path: '/v1/*', retryAfter })
    const { headers } = await emulator.fetch('/v1/client')
    expect(headers.get('retry-after')).toBe(String(retryAfter))
  })
})

describe('an address to lead back to', () => {
  test.each([
    'https://app.test/\r\nX: y',
    'https://app.test/\t',
    '\u0000https://app.test/',
    'https://app.test/\u0085',
  ])('%j is refused', async redirect => {
    const emulator = createFrozen()
    const { signIn, signUp, visit } = createBrowser(emulator)
    const fields = { strategy: 'oauth_google', redirect_url: redirect }
    expect((await signIn(fields)).fault).toBe('form_param_format_invalid@redirect_url')
    expect((await signUp(fields)).fault).toBe('form_param_format_invalid@redirect_url')
    const complete = { ...fields, redirect_url: 'https://app.test/' }
    expect((await signIn({ ...complete, action_complete_redirect_url: redirect })).fault).toBe(
      'form_param_format_invalid@action_complete_redirect_url',
    )
    const query = new URLSearchParams({ redirect_url: redirect })
    for (const path of ['touch', 'sync', 'handshake'])
      expect((await visit(`/v1/client/${path}?${query}`)).status).toBe(400)
    const ticket = { emailAddress: jane.emailAddress, redirectUrl: redirect }
    expect(() => emulator.tickets.create(ticket)).toThrow(/redirectUrl: an absolute URL/)
  })
})

/** What an emulator knows, with another text in the place of one in it. */
const changed = (emulator: Emulator, from: string, to: string): unknown =>
  JSON.parse(JSON.stringify(emulator.export()).replaceAll(from, to))

describe('an import', () => {
  test('has no address of several lines, or none at all', async () => {
    const emulator = createFrozen()
    const { signIn } = await createSignedIn(emulator)
    await signIn({ strategy: 'oauth_google', redirect_url: 'https://app.test/' })
    emulator.tickets.create({ emailAddress: 'a@b.cd', redirectUrl: 'https://ticket.test/' })
    for (const to of ['https://a.test/\\r\\nX: y', 'nowhere']) {
      expect(() => emulator.import(changed(emulator, 'https://app.test/', to))).toThrow(
        /redirect\.redirectUrl: an absolute URL/,
      )
      expect(() => emulator.import(changed(emulator, 'https://ticket.test/', to))).toThrow(
        /tickets\.0\.redirectUrl: an absolute URL/,
      )
    }
  })

  test('has no development browser whose id is no header', async () => {
    const emulator = createFrozen({ host: 'foo-bar-13.clerk.accounts.dev' })
    const { id } = await (await emulator.fetch('/v1/dev_browser', { method: 'POST' })).json()
    expect(() => emulator.import(changed(emulator, id, 'dvb\\r\\nX: y'))).toThrow(
      /devBrowsers\.0\.id: ASCII/,
    )
  })
})
