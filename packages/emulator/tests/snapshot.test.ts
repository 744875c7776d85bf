import { createEmulator, type Emulator } from '@clientele/emulator'
import { assert, asyncProperty } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  createBrowser,
  createFrozen,
  createSignedIn,
  jane,
  start,
  withUsers,
} from './support/browser.ts'
import { deedNames, deeds, someDeeds } from './support/deeds.ts'
import { totpCodeFor } from './support/totp.ts'

const textOf = (emulator: Emulator): string => JSON.stringify(emulator.export())

/** What an emulator becomes that takes in the export of another. */
const copyOf = (emulator: Emulator): Emulator => {
  const copy = createFrozen({ seed: 'another' })
  copy.import(JSON.parse(textOf(emulator)))
  return copy
}

/** What an emulator does next: everything that it answers depends on what it knows. */
const next = async (emulator: Emulator): Promise<string[]> => {
  const { signUp, client, send } = createBrowser(emulator)
  const answers = [
    await signUp({ email_address: 'later@example.com' }),
    await client(),
    await send('GET', '/v1/environment'),
  ]
  return [...answers.map(({ text }) => text), emulator.users.create().id, textOf(emulator)]
}

describe('export and import', () => {
  test('whatever happened: nothing is lost, and both go on alike', async () => {
    await assert(
      asyncProperty(someDeeds, async chosen => {
        const emulator = createFrozen()
        for (const name of chosen) await deeds[name](emulator)
        const copy = copyOf(emulator)
        expect(textOf(copy)).toBe(textOf(emulator))
        expect(await next(copy)).toEqual(await next(emulator))
      }),
      { numRuns: 25 },
    )
  })

  test('every deed at once', async () => {
    const emulator = createFrozen()
    for (const name of deedNames) await deeds[name](emulator)
    const snapshot = emulator.export()
    for (const records of Object.values({ ...snapshot.tables, devBrowsers: ['none in this mode'] }))
      expect(records).not.toEqual([])
    expect(textOf(copyOf(emulator))).toBe(JSON.stringify(snapshot))
  })

  test('an authenticator app that is being set up goes on', async () => {
    const emulator = createFrozen()
    const { send, agent } = await createSignedIn(emulator)
    const { secret } = (await send<{ secret: string }>('POST', '/v1/me/totp')).body.response
    emulator.import(JSON.parse(textOf(emulator)))
    const body = new URLSearchParams({ code: totpCodeFor(secret, emulator.clock.now()) })
    expect(
      (await agent.fetch('/v1/me/totp/attempt_verification', { method: 'POST', body })).status,
    ).toBe(200)
  })

  test('a browser that was signed in still is', async () => {
    const emulator = createFrozen()
    const { agent, ids } = await createSignedIn(emulator)
    const copy = copyOf(emulator)
    const cookie = agent
      .cookies()
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
    const { response } = await (
      await copy.fetch('/v1/client', { headers: { Cookie: cookie } })
    ).json()
    expect(response.sessions.map(({ id }: { id: string }) => id)).toEqual(ids)
  })

  test('ten thousand users: byte-identical, and found by identifier', () => {
    const emulator = withUsers(10_000)
    const copy = copyOf(emulator)
    expect(textOf(copy) === textOf(emulator)).toBe(true)
    expect(copy.users.get('USER9999@example.com')?.id).toBe(
      emulator.users.get('user9999@example.com')?.id,
    )
  })

  test('keys are in order, but for those of somebody else', async () => {
    const emulator = createFrozen()
    emulator.users.create({ publicMetadata: { b: 1, a: 2 } })
    const snapshot = emulator.export()
    expect(Object.keys(snapshot)).toEqual(Object.keys(snapshot).sort())
    const [user] = snapshot.tables.users
    expect(Object.keys(user ?? {})).toEqual(Object.keys(user ?? {}).sort())
    expect(Object.keys(user?.publicMetadata ?? {})).toEqual(['b', 'a'])
  })

  test('what was handed out or in is not shared', () => {
    const emulator = createFrozen()
    emulator.users.create({ ...jane, publicMetadata: { list: [1] } })
    const before = textOf(emulator)
    const snapshot = emulator.export()
    const spoil = () => {
      for (const user of snapshot.tables.users) {
        user.username = 'other'
        Object.assign(user.publicMetadata, { list: [] })
      }
    }
    const copy = createFrozen()
    copy.import(snapshot)
    spoil()
    expect(textOf(emulator)).toBe(before)
    expect(textOf(copy)).toBe(before)
  })

  test('a waiting inbox gets what is imported', async () => {
    const emulator = createFrozen()
    await deeds.signUp(emulator)
    const copy = createFrozen()
    const waiting = copy.inbox.waitFor({ to: 'new@example.com' })
    copy.import(emulator.export())
    expect((await waiting).code).toMatch(/^\d{6}$/)
  })

  test('after an import a reset is the fresh start of this emulator, and not of the other', async () => {
    const fresh = createFrozen({ seed: 3 })
    const emulator = createFrozen({ seed: 3 })
    emulator.import(withUsers(2).export())
    emulator.reset()
    expect(textOf(emulator)).toBe(textOf(fresh))
    expect(await next(emulator)).toEqual(await next(fresh))
  })

  test('the clock stands where it stood', () => {
    const emulator = createEmulator({ clock: { now: () => start } })
    emulator.clock.advance(5000)
    emulator.clock.freeze()
    const copy = copyOf(emulator)
    expect([copy.clock.now(), copy.clock.frozen]).toEqual([start + 5000, true])
  })
})

type Loose = Record<string, never> & { tables: { users: Record<string, unknown>[] } }

test('an export of an earlier version has what is new as it is by default', () => {
  const emulator = withUsers(2)
  emulator.settings.patch({ singleSession: true })
  const whole = textOf(emulator)
  const { settings, tables, ...rest } = JSON.parse(whole)
  const { reverificationAfter: _, apiKeys: __, ...earlier } = settings
  const { waitlistEntries: ___, ...fewer } = tables
  const copy = createFrozen({ settings: { apiKeys: true } })
  copy.import({ ...rest, settings: earlier, tables: fewer })
  expect(textOf(copy)).toBe(whole)
})

describe('a bad import is refused and changes nothing', () => {
  const spoiled = (spoil: (snapshot: Loose) => unknown) => () => {
    const emulator = withUsers(2)
    const before = textOf(emulator)
    const snapshot = JSON.parse(textOf(withUsers(3)))
    const given = spoil(snapshot) ?? snapshot
    return { emulator, before, given }
  }

  test.each([
    ['nothing', spoiled(() => 'x'), /export: /],
    [
      'another format',
      spoiled(snapshot => void Object.assign(snapshot, { format: 'x' })),
      /format: /,
    ],
    [
      'a later version',
      spoiled(snapshot => void Object.assign(snapshot, { version: 2 })),
      /version: /,
    ],
    [
      'a key too many',
      spoiled(snapshot => void Object.assign(snapshot, { more: 1 })),
      /more: is not known here/,
    ],
    [
      'a missing table',
      spoiled(snapshot => void Object.assign(snapshot, { tables: {} })),
      /tables\.users: /,
    ],
    [
      'a wrong field',
      spoiled(({ tables }) => void Object.assign(tables.users[1] ?? {}, { banned: 1 })),
      /tables\.users\.1\.banned: /,
    ],
    [
      'an id twice',
      spoiled(({ tables }) => void tables.users.push({ ...tables.users[0], emailAddresses: [] })),
      /tables\.users\.3\.id: /,
    ],
    [
      'an identifier twice',
      spoiled(({ tables }) => void tables.users.push({ ...tables.users[0], id: 'user_x' })),
      /users\.3: user0@example\.com belongs/,
    ],
  ])('%s', (_, make, message) => {
    const { emulator, before, given } = make()
    expect(() => emulator.import(given)).toThrow(TypeError)
    expect(() => emulator.import(given)).toThrow(message)
    expect(textOf(emulator)).toBe(before)
  })
})
