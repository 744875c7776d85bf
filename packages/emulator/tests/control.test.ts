import { createClock, createEmulator, publishableKeyFor } from '@clientele/emulator'
import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, jane, start } from './support/browser.ts'

describe('inbox', () => {
  test('waitFor gives what is there, or what comes', async () => {
    const emulator = createFrozen()
    emulator.users.create(jane)
    const { signIn } = createBrowser(emulator)
    const waiting = emulator.inbox.waitFor({ to: 'Jane@Example.com', kind: 'email_code' })
    await signIn({ strategy: 'email_code', identifier: jane.emailAddress })
    const first = await waiting
    expect(first).toMatchObject({ to: jane.emailAddress, kind: 'email_code', at: start })
    expect(await emulator.inbox.waitFor({ to: jane.emailAddress })).toBe(first)
    const next = emulator.inbox.waitFor({ to: jane.emailAddress, after: first.id })
    await signIn({ strategy: 'email_code', identifier: jane.emailAddress })
    expect((await next).id).not.toBe(first.id)
    expect(emulator.inbox.messages({ kind: 'phone_code' })).toEqual([])
    emulator.inbox.clear()
    expect(emulator.inbox.latest()).toBeUndefined()
  })

  test('the waiting can be stopped', async () => {
    const { inbox } = createFrozen()
    const controller = new AbortController()
    const waiting = inbox.waitFor({}, { signal: controller.signal })
    controller.abort('enough')
    await expect(waiting).rejects.toBe('enough')
    await expect(inbox.waitFor({}, { signal: AbortSignal.abort('at once') })).rejects.toBe(
      'at once',
    )
  })
})

describe('clock', () => {
  test('follows its port, moves, stops, runs on and starts over', () => {
    let time = 1000
    const clock = createClock({ now: () => time })
    clock.advance(500)
    expect(clock.now()).toBe(1500)
    clock.freeze()
    time += 100
    expect(clock.now()).toBe(1500)
    clock.advance(1)
    expect(clock.now()).toBe(1501)
    clock.resume()
    time += 100
    expect(clock.now()).toBe(1601)
    clock.set(9000)
    time += 1
    expect(clock.now()).toBe(9001)
    clock.reset()
    expect(clock.now()).toBe(1201)
    expect(() => clock.advance(Number.NaN)).toThrow(TypeError)
  })

  test('waits by its own time: until it is moved there, or the port says so', async () => {
    const scheduled: number[] = []
    const schedule = (_: () => void, ms: number) => {
      scheduled.push(ms)
      return () => {}
    }
    const clock = createClock({ now: () => 0, schedule })
    const waiting = clock.wait(2 ** 40)
    expect(scheduled).toEqual([2 ** 31 - 1]) // no timer takes more
    clock.set(2 ** 40)
    await waiting
    await clock.wait(0)
    const controller = new AbortController()
    const given = clock.wait(1, controller.signal)
    controller.abort('enough')
    await expect(given).rejects.toBe('enough')
    await expect(clock.wait(1, AbortSignal.abort('at once'))).rejects.toBe('at once')
  })

  test('waits by the time of the system by default', async () => {
    const clock = createClock()
    const before = clock.now()
    await clock.wait(1)
    expect(clock.now()).toBeGreaterThan(before)
  })

  test('is the time of the system by default', () => {
    expect(Math.abs(createEmulator().clock.now() - Date.now())).toBeLessThan(1000)
  })
})

describe('settings', () => {
  test('are read and patched; a wrong one is a TypeError that names it', () => {
    const { settings } = createFrozen({ settings: { singleSession: true } })
    expect(settings.read()).toMatchObject({ singleSession: true, enumerationProtection: false })
    expect(settings.patch({ singleSession: false }).singleSession).toBe(false)
    expect(() => settings.patch({ singelSession: true } as never)).toThrow(/singelSession/)
    expect(() => settings.patch({ rotation: 'never' } as never)).toThrow(/rotation/)
    expect(() => createEmulator({ settings: { tokenLifetime: -1 } })).toThrow(TypeError)
    expect(settings.read().rotation).toBe('sign-in-out')
  })
})

describe('journal', () => {
  test('says what was asked and answered, and no secret', async () => {
    const emulator = createFrozen()
    emulator.users.create(jane)
    const { signIn, send } = createBrowser(emulator)
    await signIn({ identifier: jane.emailAddress, password: jane.password })
    await send('DELETE', '/v1/client/sessions?__clerk_db_jwt=dvb_secret')
    await signIn({ identifier: 'nobody@example.com', password: 'hunter22' })
    expect(emulator.requests).toMatchObject([
      { method: 'POST', path: '/v1/client/sign_ins', status: 200, at: start, code: null },
      { method: 'DELETE', path: '/v1/client/sessions', query: { __clerk_db_jwt: '***' } },
      { status: 422, code: 'form_identifier_not_found', body: { password: '***' } },
    ])
    expect(JSON.stringify(emulator.requests)).not.toMatch(/horse|hunter22|dvb_secret/)
  })

  test('keeps the last ten thousand', async () => {
    const emulator = createFrozen()
    await Promise.all(Array.from({ length: 300 }, () => emulator.fetch('/health')))
    expect(emulator.requests).toHaveLength(300)
  })
})

describe('publishable key', () => {
  test('encodes the host', () => {
    const emulator = createEmulator()
    expect(emulator.publishableKey).toBe(publishableKeyFor('clerk.emulator.test'))
    expect(atob(emulator.publishableKey.slice('pk_test_'.length))).toBe('clerk.emulator.test$')
    expect(publishableKeyFor('127.0.0.1:4100')).toBe('pk_test_MTI3LjAuMC4xOjQxMDAk')
    expect(publishableKeyFor('clerk.example.com', 'live')).toMatch(/^pk_live_/)
  })

  test('a live key of a real host is refused', () => {
    for (const host of ['clerk.shop.com', 'frontend.api.co.uk', 'clerk.example.com.evil.io'])
      expect(
        () => createEmulator({ publishableKey: publishableKeyFor(host, 'live') }),
        host,
      ).toThrow('live key')
    for (const host of [
      '127.0.0.1:4100',
      'clerk.example.com',
      'clerk.shop.test',
      'app.localhost:4100',
    ])
      expect(createEmulator({ publishableKey: publishableKeyFor(host, 'live') }).host).toBe(host)
    expect(createEmulator({ publishableKey: publishableKeyFor('clerk.shop.com') }).host).toBe(
      'clerk.shop.com',
    )
  })

  test('given, it decides the host', () => {
    expect(createEmulator({ publishableKey: publishableKeyFor('a.test') }).host).toBe('a.test')
  })

  test.each([
    [{ publishableKey: 'sk_test_abc' }],
    [{ publishableKey: 'pk_test_???' }],
    [{ publishableKey: 'pk_test_YWJj' }],
    [{ publishableKey: publishableKeyFor('a.test'), host: 'b.test' }],
    [{ host: 'local host' }],
  ])('%j is a TypeError', options => {
    expect(() => createEmulator(options)).toThrow(TypeError)
  })
})
