import { describe, expect, test } from 'vitest'
import { createFrozen, createSignedIn, jane, joe } from './support/browser.ts'

interface OfferWire {
  readonly id: string
  readonly status: string
  readonly public_organization_data: { readonly name: string }
}

interface PageWire {
  readonly data: OfferWire[]
  readonly total_count: number
}

const begin = async (settings = {}) => {
  const emulator = createFrozen({ settings })
  const { id: userId } = emulator.users.create(jane)
  const acme = emulator.organizations.create({ name: 'Acme' })
  const browser = await createSignedIn(emulator)
  const list = async (what: string) =>
    (await browser.send<PageWire>('GET', `/v1/me/organization_${what}`)).body.response
  const accept = (what: string, id: string) =>
    browser.send<OfferWire>('POST', `/v1/me/organization_${what}/${id}/accept`)
  return { emulator, userId, acme, ...browser, list, accept }
}

describe('an invitation', () => {
  test('to a verified address is shown, and makes a member of who accepts it', async () => {
    const { emulator, userId, acme, list, accept } = await begin()
    const { organizations } = emulator
    organizations.invite(acme.id, { emailAddress: joe.emailAddress })
    const given = { emailAddress: 'Jane@Example.com', role: 'org:admin' }
    const { id } = organizations.invite(acme.id, given)
    expect(await list('invitations?status=pending')).toMatchObject({
      total_count: 1,
      data: [{ id, public_organization_data: { name: 'Acme' }, status: 'pending' }],
    })
    const { body } = await accept('invitations', id)
    expect(body.response).toMatchObject({ id, status: 'accepted' })
    expect(body.client?.sessions[0]?.user).toMatchObject({
      organization_memberships: [
        { role: 'org:admin', organization: { id: acme.id, pending_invitations_count: 1 } },
      ],
    })
    expect(organizations.get(acme.id)?.members).toMatchObject([{ userId, role: 'org:admin' }])
    expect((await list('invitations?status=pending')).total_count).toBe(0)
    expect((await list('invitations')).total_count).toBe(1)
  })

  test('that was taken back, is out of date or is somebody else’s is not accepted', async () => {
    const month = 30 * 86_400_000
    const settings = { sessionLifetime: 2 * month, sessionAbandonment: 2 * month }
    const { emulator, acme, accept, list } = await begin(settings)
    const { organizations } = emulator
    const [foreign, revoked, late] = [joe, jane, jane].map(({ emailAddress }) =>
      organizations.invite(acme.id, { emailAddress }),
    )
    organizations.revokeInvitation(revoked?.id ?? '')
    expect((await accept('invitations', foreign?.id ?? '')).status).toBe(404)
    expect((await accept('invitations', revoked?.id ?? '')).status).toBe(422)
    emulator.clock.advance(month - 1)
    expect(await list('invitations?status=pending')).toMatchObject({ data: [{ id: late?.id }] })
    emulator.clock.advance(1)
    expect(await list('invitations?status=expired')).toMatchObject({ data: [{ id: late?.id }] })
    expect((await accept('invitations', late?.id ?? '')).status).toBe(422)
  })

  test.each([
    ['of nobody', { emailAddress: 'nobody' }, /emailAddress/],
    ['with a role that is none', { emailAddress: 'a@b.test', role: 'admin' }, /role/],
    ['of a member', { emailAddress: jane.emailAddress }, /is a member already/],
  ])('%s is a TypeError', async (_, input, text) => {
    const { emulator, acme, userId } = await begin()
    emulator.organizations.addMember(acme.id, { userId })
    expect(() => emulator.organizations.invite(acme.id, input)).toThrow(text)
    const given = { emailAddress: joe.emailAddress }
    expect(() => emulator.organizations.suggest(acme.id, userId)).toThrow(/is a member already/)
    expect(() => emulator.organizations.revokeInvitation('x')).toThrow(/no pending invitation x/)
    expect(() => emulator.organizations.invite('x', given)).toThrow(/no organization x/)
  })
})

describe('a suggestion', () => {
  test('is shown to its user, who asks to join by it', async () => {
    const { emulator, userId, acme, list, accept } = await begin()
    const { id } = emulator.organizations.suggest(acme.id, userId)
    const { id: joesId } = emulator.users.create(joe)
    const foreign = emulator.organizations.suggest(acme.id, joesId)
    expect(await list('suggestions')).toMatchObject({ total_count: 1, data: [{ id }] })
    expect((await accept('suggestions', id)).body.response).toMatchObject({ status: 'accepted' })
    expect((await accept('suggestions', id)).status).toBe(422)
    expect((await accept('suggestions', foreign.id)).status).toBe(404)
    expect(emulator.organizations.get(acme.id)?.members).toEqual([])
  })

  test('goes with its organization', async () => {
    const { emulator, userId, acme, list } = await begin()
    emulator.organizations.suggest(acme.id, userId)
    emulator.organizations.invite(acme.id, { emailAddress: jane.emailAddress })
    emulator.organizations.delete(acme.id)
    expect(await list('suggestions')).toMatchObject({ total_count: 0 })
    expect(await list('invitations')).toMatchObject({ total_count: 0 })
  })
})

describe('POST /v1/organizations', () => {
  test('makes one with its creator as administrator, and can choose it then', async () => {
    const { emulator, userId, send, session, id: sessionId } = await begin()
    const { body } = await send<{ id: string; slug: string }>('POST', '/v1/organizations', {
      name: 'My Äpps',
    })
    const { id, slug } = body.response
    expect(slug).toBe('my-pps')
    expect(body.client?.sessions[0]?.user).toMatchObject({
      create_organization_enabled: true,
      organization_memberships: [
        {
          role: 'org:admin',
          permissions: expect.arrayContaining(['org:sys_memberships:manage']),
          organization: { id, members_count: 1 },
        },
      ],
    })
    expect(emulator.organizations.get(id)?.members).toMatchObject([{ userId }])
    const touched = await session('touch', sessionId, { active_organization_id: id })
    expect(touched.body.response).toMatchObject({ last_active_organization_id: id })
  })

  test('gives way to a slug that was made of a name before, and not to one that was chosen', async () => {
    const { send } = await begin()
    const create = (fields: Record<string, string>) =>
      send<{ slug: string }>('POST', '/v1/organizations', fields)
    expect((await create({ name: 'Acme' })).body.response.slug).toBe('acme-2')
    expect((await create({ name: 'Other', slug: 'acme' })).fault).toBe(
      'form_identifier_exists@slug',
    )
    expect((await create({ name: 'Other', slug: 'No!' })).fault).toBe(
      'form_param_format_invalid@slug',
    )
    expect((await create({ name: 'x'.repeat(257) })).fault).toBe(
      'form_param_max_length_exceeded@name',
    )
  })
})
