import { createEmulator, type Emulator } from '@clientele/emulator'
import { type Arbitrary, array, assert, asyncProperty, constantFrom } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn, jane, joe, start, withUsers } from './support/browser.ts'

const textOf = (emulator: Emulator): string => JSON.stringify(emulator.export())

/** What an emulator becomes that takes in the export of another. */
const copyOf = (emulator: Emulator): Emulator => {
  const copy = createFrozen({ seed: 'another' })
  copy.import(JSON.parse(textOf(emulator)))
  return copy
}

/** Things that leave something in every table. */
const deeds = {
  create: async emulator => {
    const count = emulator.users.list().length
    emulator.users.create({
      emailAddress: `user${count}@example.com`,
      phoneNumber: `+1202555${1000 + count}`,
      web3Wallet: `0x${String(count).padStart(40, '0')}`,
      password: 'correct horse',
      totpSecret: 'JBSWY3DPEHPK3PXP',
      backupCodes: ['abcd1234'],
      passkeys: [{ credentialId: `key${count}`, publicKey: 'BA' }],
      externalAccounts: [{ provider: 'google' }],
      publicMetadata: { b: 1, a: { z: 1, y: [] } },
    })
  },
  signIn: async emulator => {
    const user = emulator.users.list()[0]
    await createBrowser(emulator).signIn({ identifier: user?.emailAddress ?? 'nobody@example.com' })
  },
  signedIn: async emulator => {
    await createSignedIn(emulator)
  },
  code: async emulator => {
    if (!emulator.users.get(joe.emailAddress)) emulator.users.create(joe)
    const { signIn, signInStep } = createBrowser(emulator)
    const { id } = (await signIn({ identifier: joe.emailAddress })).body.response
    await signInStep(id, 'prepare_first_factor', { strategy: 'email_code' })
    await signInStep(id, 'attempt_first_factor', { strategy: 'email_code', code: '000000' })
  },
  link: async emulator => {
    if (!emulator.users.get(joe.emailAddress)) emulator.users.create(joe)
    const fields = { identifier: joe.emailAddress, strategy: 'email_link', redirect_url: 'https://app.test/' }
    await createBrowser(emulator).signIn(fields)
  },
  provider: async emulator => {
    const fields = { strategy: 'oauth_google', redirect_url: 'https://app.test/' }
    const { body } = await createBrowser(emulator).signIn(fields)
    const away = body.response.first_factor_verification?.external_verification_redirect_url
    if (away) emulator.oauth.approve(away, { emailAddress: 'new@example.com' })
  },
  failedProvider: async emulator => {
    const { signIn, visit } = createBrowser(emulator)
    const { body } = await signIn({ strategy: 'oauth_github', redirect_url: 'https://app.test/' })
    const away = body.response.first_factor_verification?.external_verification_redirect_url
    if (away) await visit(emulator.oauth.deny(away))
  },
  signUp: async emulator => {
    const { signUp, signUpStep } = createBrowser(emulator)
    const unsafe_metadata = '{"z":1,"__proto__":{"a":1}}'
    const { body } = await signUp({ email_address: 'new@example.com', unsafe_metadata })
    if (body.errors) return // the address is taken by now
    const { id } = body.response
    await signUpStep(id, 'prepare_verification', { strategy: 'email_code' })
    const code = emulator.inbox.latest()?.code ?? ''
    await signUpStep(id, 'attempt_verification', { strategy: 'email_code', code })
  },
  account: async emulator => {
    const { send } = await createSignedIn(emulator)
    const email_address = `work${emulator.users.list().length}@example.com`
    const { body } = await send<{ id: string }>('POST', '/v1/me/email_addresses/', { email_address })
    if (body.response)
      await send('POST', `/v1/me/email_addresses/${body.response.id}/prepare_verification`, { strategy: 'email_code' })
    await send('POST', '/v1/me/totp')
  },
  organization: async emulator => {
    const userId = emulator.users.list()[0]?.id
    const slug = `acme-${emulator.organizations.list().length}`
    emulator.organizations.create({ name: 'Acme', slug, members: userId === undefined ? [] : [{ userId }] })
  },
  ticket: async emulator => {
    emulator.tickets.create({ emailAddress: 'guest@example.com', publicMetadata: { role: 'guest' } })
  },
  rotate: async emulator => {
    for (const { id } of emulator.clients.list()) emulator.clients.rotate(id)
  },
  settings: async emulator => {
    emulator.settings.patch({ rotationGrace: 1000, jwtTemplates: { b: { claims: { z: 1, a: 2 } }, a: { claims: {} } } })
  },
  clock: async emulator => {
    emulator.clock.advance(90_000)
    emulator.clock.freeze()
  },
  fault: async emulator => {
    emulator.faults.add({
      kind: 'status',
      status: 500,
      path: '/v1/environment',
      probability: 0.5,
      body: { b: 1, a: 2 },
    })
    await emulator.fetch('/v1/environment')
  },
} satisfies Record<string, (emulator: Emulator) => Promise<void>>

const names = Object.keys(deeds) as (keyof typeof deeds)[] // as: the keys of the object above
const someDeeds: Arbitrary<(keyof typeof deeds)[]> = array(constantFrom(...names), { maxLength: 12 })

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
    for (const name of names) await deeds[name](emulator)
    const snapshot = emulator.export()
    for (const records of Object.values({ ...snapshot.tables, devBrowsers: ['none in this mode'] }))
      expect(records).not.toEqual([])
    expect(textOf(copyOf(emulator))).toBe(JSON.stringify(snapshot))
  })

  test('a browser that was signed in still is', async () => {
    const emulator = createFrozen()
    const { agent, ids } = await createSignedIn(emulator)
    const copy = copyOf(emulator)
    const cookie = agent
      .cookies()
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
    const { response } = await (await copy.fetch('/v1/client', { headers: { Cookie: cookie } })).json()
    expect(response.sessions.map(({ id }: { id: string }) => id)).toEqual(ids)
  })

  test('ten thousand users: byte-identical, and found by identifier', () => {
    const emulator = withUsers(10_000)
    const copy = copyOf(emulator)
    expect(textOf(copy) === textOf(emulator)).toBe(true)
    expect(copy.users.get('USER9999@example.com')?.id).toBe(emulator.users.get('user9999@example.com')?.id)
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
    ['another format', spoiled(snapshot => void Object.assign(snapshot, { format: 'x' })), /format: /],
    ['a later version', spoiled(snapshot => void Object.assign(snapshot, { version: 2 })), /version: /],
    ['a key too many', spoiled(snapshot => void Object.assign(snapshot, { more: 1 })), /more: is not known here/],
    ['a missing table', spoiled(snapshot => void Object.assign(snapshot, { tables: {} })), /tables\.users: /],
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
