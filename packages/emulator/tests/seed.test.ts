import { describe, expect, test } from 'vitest'
import { createFrozen, jane, joe, start } from './support/browser.ts'

describe('a seed', () => {
  test('gives users, organizations, sessions, tickets, settings, faults and the time', () => {
    const emulator = createFrozen()
    emulator.seed({
      clock: { at: '2030-01-01T00:00:00Z', frozen: true },
      settings: { singleSession: true },
      users: [
        { ...jane, id: 'user_jane' },
        { ...joe, locked: true },
      ],
      organizations: [
        {
          name: 'Acme',
          maxMemberships: 2,
          adminDeleteEnabled: false,
          members: [{ userId: 'user_jane', role: 'org:admin' }],
          invitations: [{ emailAddress: 'kim@example.com' }],
        },
      ],
      sessions: [{ userId: 'user_jane', organizationId: 'acme' }, { userId: 'user_jane' }],
      tickets: [{ emailAddress: 'guest@example.com' }],
      faults: [{ kind: 'duplicate', path: '/v1/*' }],
    })
    expect(emulator.users.list()).toMatchObject([
      { ...{ emailAddress: jane.emailAddress } },
      { lockedUntil: expect.any(Number) },
    ])
    expect(emulator.settings.read().singleSession).toBe(true)
    const { tables } = emulator.export()
    expect(tables.tickets.map(({ kind }) => kind).sort()).toEqual([
      'invitation',
      'organization_invitation',
    ])
    expect(emulator.organizations.list()).toMatchObject([
      {
        slug: 'acme',
        maxMemberships: 2,
        adminDeleteEnabled: false,
        members: [{ userId: 'user_jane', role: 'org:admin' }],
      },
    ])
    expect(emulator.inbox.latest()).toMatchObject({ to: 'kim@example.com' })
    expect(emulator.sessions.list()).toMatchObject([
      { status: 'active', lastActiveOrganizationId: emulator.organizations.list()[0]?.id },
      { status: 'active', lastActiveOrganizationId: null },
    ])
    expect(emulator.clients.list()).toHaveLength(2)
    expect(emulator.faults.list()).toHaveLength(1)
    expect([emulator.clock.now(), emulator.clock.frozen]).toEqual([Date.UTC(2030, 0, 1), true])
  })

  test('is added to what is there; an empty one changes nothing', () => {
    const emulator = createFrozen()
    emulator.users.create(jane)
    const before = JSON.stringify(emulator.export())
    emulator.seed({})
    expect(JSON.stringify(emulator.export())).toBe(before)
    emulator.seed({ users: [joe] })
    expect(emulator.users.list()).toHaveLength(2)
    expect(emulator.clock.now()).toBe(start)
  })

  test.each([
    [{ user: [] }, /^Wrong seed: user: is not known here, but clock, settings, users, organ/],
    [
      { users: [{}, { email: 'x' }] },
      /users\.1\.email: is not known here, but id, emailAddress, .*, totpSecret, backupCodes, /,
    ],
    [
      { organizations: [{ name: 'A', members: [{ id: 'x' }] }] },
      /organizations\.0\.members\.0\.id: is not known here, but userId, role, /,
    ],
    [
      { organizations: [{ name: 'A', members: [{ userId: 'x' }] }] },
      /organizations\.0: There is no user x/,
    ],
    [{ sessions: [{ userId: 'user_x' }] }, /sessions\.0: There is no user user_x/],
    [
      {
        users: [{ id: 'user_joe' }],
        organizations: [{ name: 'A' }],
        sessions: [{ userId: 'user_joe', organizationId: 'a' }],
      },
      /sessions\.0: The user user_joe is no member of a/,
    ],
    [
      {
        users: [{ ...joe, id: 'user_joe' }],
        organizations: [
          {
            name: 'A',
            members: [{ userId: 'user_joe' }],
            invitations: [{ emailAddress: joe.emailAddress }],
          },
        ],
      },
      /organizations\.0: The owner of joe@example\.com is a member/,
    ],
    [
      { users: [joe, { emailAddress: 'jane@example.com' }] },
      /users\.1\.emailAddress: jane@example\.com belongs to/,
    ],
    [{ users: [joe], tickets: [{}] }, /tickets\.0: A ticket is either/],
    [{ users: [joe], tickets: [{ userId: 'user_x' }] }, /tickets\.0: There is no user user_x/],
    [{ settings: { tokenLifetime: -1 } }, /settings\.tokenLifetime: /],
    [{ faults: [{ kind: 'latency', path: '*' }] }, /faults\.0\.ms: /],
    [{ clock: { at: 'tomorrow' } }, /clock\.at: /],
  ])('%j is refused by name and changes nothing', (seed, message) => {
    const emulator = createFrozen()
    emulator.users.create(jane)
    const before = JSON.stringify(emulator.export())
    expect(() => emulator.seed(seed as never)).toThrow(TypeError)
    expect(() => emulator.seed(seed as never)).toThrow(message)
    expect(JSON.stringify(emulator.export())).toBe(before)
  })
})
