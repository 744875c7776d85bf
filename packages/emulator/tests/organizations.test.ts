import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import { createFrozen, createSignedIn, jane, joe } from './support/browser.ts'

const permissions = [
  'org:invoices:read',
  'org:invoices:pay',
  'org:members:read',
  'org:sys_profile:manage',
]

const begin = async (settings = {}) => {
  const emulator = createFrozen({ settings })
  const { id: userId } = emulator.users.create(jane)
  const { id: joeId } = emulator.users.create(joe)
  const members = [{ userId, role: 'org:billing_admin', permissions }]
  const acme = emulator.organizations.create({ name: 'Acme, Ltd.', members })
  const browser = await createSignedIn(emulator)
  const touch = (active_organization_id: string) =>
    browser.session('touch', browser.id, { active_organization_id, intent: 'select_org' })
  const tokens = async (fields = {}) => {
    const answer = await browser.session('tokens', browser.id, fields)
    return { ...answer, claims: answer.body.jwt ? decodeJwt(answer.body.jwt) : null }
  }
  const shown = async () => (await browser.client()).body.response?.sessions[0]
  return { emulator, ...browser, userId, joeId, acme, touch, tokens, shown }
}

const claims = {
  fea: 'o:invoices,o:members',
  o: {
    id: expect.stringMatching(/^org_/),
    slg: 'acme-ltd',
    rol: 'billing_admin',
    per: 'pay,read',
    fpm: '3,2',
  },
}

describe('a member', () => {
  test('sees what it belongs to', async () => {
    const { shown, acme } = await begin()
    expect(await shown()).toMatchObject({
      last_active_organization_id: null,
      user: {
        organization_memberships: [
          {
            object: 'organization_membership',
            role: 'org:billing_admin',
            role_name: 'Billing admin',
            permissions,
            organization: {
              object: 'organization',
              id: acme.id,
              slug: 'acme-ltd',
              members_count: 1,
            },
            public_user_data: { identifier: jane.emailAddress },
          },
        ],
      },
    })
  })

  test.each(['id', 'slug'] as const)(
    'chooses an organization by its %s, and leaves it for the personal account',
    async key => {
      const { touch, acme, shown, tokens } = await begin()
      const { body } = await touch(acme[key])
      expect(body.response).toMatchObject({ last_active_organization_id: acme.id })
      const session = await shown()
      expect(decodeJwt(session?.last_active_token?.jwt ?? '')).toMatchObject(claims)
      expect((await tokens()).claims).toMatchObject(claims)
      await touch('')
      expect(await shown()).toMatchObject({ last_active_organization_id: null })
      expect((await tokens()).claims).not.toHaveProperty('o')
    },
  )

  test('a touch that names none changes none', async () => {
    const { touch, acme, session, id, shown } = await begin()
    await touch(acme.id)
    await session('touch', id, { intent: 'focus' })
    expect(await shown()).toMatchObject({ last_active_organization_id: acme.id })
  })

  test('asks for a token of another organization than the active one; what is shown stays', async () => {
    const { tokens, acme, shown, touch } = await begin()
    const before = await shown()
    expect((await tokens({ organization_id: acme.id })).claims).toMatchObject(claims)
    expect(await shown()).toEqual(before)
    await touch(acme.id)
    expect((await tokens({ organization_id: '' })).claims).not.toHaveProperty('o')
    expect((await shown())?.last_active_token?.jwt).not.toBe(before?.last_active_token?.jwt)
  })

  test('without permissions of the application there is no table of them', async () => {
    const { emulator, joeId } = await begin()
    emulator.organizations.create({ name: 'Plain', members: [{ userId: joeId }] })
    const { session, id } = await createSignedIn(emulator, [joe])
    await session('touch', id, { active_organization_id: 'plain' })
    const { o, fea } = decodeJwt((await session('tokens', id)).body.jwt)
    expect([o, fea]).toEqual([{ id: expect.any(String), slg: 'plain', rol: 'member' }, undefined])
  })
})

describe('who is no member', () => {
  test.each(['org_1', 'nonsense', 'acme-ltd'])(
    'is not told whether there is %s',
    async organization => {
      const { emulator } = await begin()
      const { session, id } = await createSignedIn(emulator, [joe])
      const touched = await session('touch', id, { active_organization_id: organization })
      const minted = await session('tokens', id, { organization_id: organization })
      for (const { status, fault } of [touched, minted])
        expect([status, fault]).toEqual([404, 'organization_not_found_or_unauthorized'])
      expect(touched.text.replaceAll(organization, '').replace(/trace_id":"\w+/, '')).toBe(
        (await session('touch', id, { active_organization_id: 'org_2' })).text.replace(
          /trace_id":"\w+/,
          '',
        ),
      )
    },
  )

  test.each([
    ['is removed', 'removeMember'],
    ['leaves', 'leave'],
    ['loses the organization', 'delete'],
  ])('any more because it %s is in the personal account', async (_, how) => {
    const { emulator, touch, acme, userId, send, shown } = await begin()
    await touch(acme.id)
    if (how === 'removeMember') emulator.organizations.removeMember(acme.id, userId)
    if (how === 'delete') emulator.organizations.delete(acme.id)
    if (how === 'leave') await send('DELETE', `/v1/me/organization_memberships/${acme.id}`)
    expect(await shown()).toMatchObject({
      last_active_organization_id: null,
      user: { organization_memberships: [] },
    })
    expect(decodeJwt((await shown())?.last_active_token?.jwt ?? '')).not.toHaveProperty('o')
    expect((await touch(acme.id)).status).toBe(404)
  })
})

describe('where an organization has to be chosen', () => {
  test('a session is pending until one is, and there is no way back', async () => {
    const { shown, touch, acme } = await begin({ forceOrganizationSelection: true })
    expect(await shown()).toMatchObject({
      status: 'pending',
      tasks: [{ key: 'choose-organization' }],
    })
    await touch('')
    expect(await shown()).toMatchObject({ status: 'pending' })
    await touch(acme.id)
    await touch('')
    expect(await shown()).toMatchObject({
      status: 'active',
      tasks: null,
      last_active_organization_id: acme.id,
    })
  })
})

describe('the list of memberships', () => {
  test('comes in pages', async () => {
    const { emulator, userId, send } = await begin()
    for (const name of ['Two', 'Three'])
      emulator.organizations.create({ name, members: [{ userId }] })
    const read = async (query: string) => {
      const { response } = (await send<unknown>('GET', `/v1/me/organization_memberships?${query}`))
        .body
      return response
    }
    expect(await read('')).toHaveLength(3)
    expect(await read('paginated=true&limit=1&offset=2')).toMatchObject({
      data: [{ organization: { name: 'Three' } }],
      total_count: 3,
    })
    expect((await send('GET', '/v1/me/organization_memberships?offset=-1')).status).toBe(422)
  })
})

describe('control', () => {
  test('organizations are made, read, joined and deleted', async () => {
    const { emulator, joeId, acme, client } = await begin()
    const { organizations } = emulator
    expect(acme).toMatchObject({
      name: 'Acme, Ltd.',
      slug: 'acme-ltd',
      members: [{ role: 'org:billing_admin' }],
    })
    expect(organizations.get('acme-ltd')).toEqual(organizations.get(acme.id))
    const before = (await client()).body.response?.updated_at ?? 0
    expect(organizations.addMember(acme.id, { userId: joeId }).members).toMatchObject([
      {},
      { role: 'org:member' },
    ])
    expect((await client()).body.response?.updated_at).toBeGreaterThan(before)
    expect(organizations.list()).toHaveLength(1)
    organizations.delete(acme.id)
    expect(organizations.list()).toEqual([])
    emulator.reset()
    expect(emulator.organizations.list()).toEqual([])
  })

  test('a deleted user is a member no more', async () => {
    const { emulator, userId, acme } = await begin()
    emulator.users.delete(userId)
    expect(emulator.organizations.get(acme.id)?.members).toEqual([])
  })

  test('wrong input is a TypeError that says what is wrong', async () => {
    const { emulator, userId, acme } = await begin()
    const { organizations } = emulator
    expect(() => organizations.create({ name: 'ACME LTD' })).toThrow(
      /organization acme-ltd already/,
    )
    expect(() => organizations.create({ name: '' })).toThrow(/Wrong organization: name/)
    expect(() => organizations.create({ name: 'X', members: [{ userId: 'user_1' }] })).toThrow(
      /no user user_1/,
    )
    const twice = [{ userId }, { userId }]
    expect(() => organizations.create({ name: 'X', members: twice })).toThrow(/once/)
    expect(() => organizations.addMember(acme.id, { userId })).toThrow(/a member already/)
    expect(() => organizations.addMember(acme.id, { userId, role: 'admin' })).toThrow(
      /a key such as org:admin/,
    )
    expect(() => organizations.removeMember('org_1', userId)).toThrow(/list\(\)/)
    expect(() => organizations.removeMember(acme.id, 'user_1')).toThrow(/no member/)
    expect(organizations.list()).toHaveLength(1)
  })
})
