import { describe, expect, it, vi } from 'vitest'
import { scriptAccount } from '../support/account.ts'
import { json } from '../support/scripted-fetch.ts'

const times = { created_at: 1_700_000_000_000, updated_at: 1_700_000_000_000 }

describe('a profile image', () => {
  const image = { id: 'img_1', name: 'me.png', public_url: 'https://img.test/1' }

  it('is not mistaken for another one that is sent at the same time', async () => {
    const { api, count } = await scriptAccount(() => image)
    await Promise.all(['a', 'b'].map(text => api.setProfileImage({ file: new Blob([text]) })))
    expect(count('POST', '/me/profile_image')).toBe(2)
  })
})

describe('a passkey', () => {
  const bytes = (text: string) => new TextEncoder().encode(text).buffer
  const base64url = (text: string) => Buffer.from(text).toString('base64url')
  const nonce = JSON.stringify({
    challenge: base64url('challenge?>'),
    rp: { id: 'app.test', name: 'App' },
    user: { id: base64url('user_1'), name: 'ada', displayName: 'Ada' },
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    excludeCredentials: [{ type: 'public-key', id: base64url('old') }],
  })
  const credential = {
    type: 'public-key',
    id: 'id_1',
    rawId: bytes('raw?>'),
    authenticatorAttachment: 'platform',
    response: {
      clientDataJSON: bytes('client data'),
      attestationObject: bytes('attestation'),
      getTransports: () => ['internal'],
    },
  }
  const passkey = (verification: object) => ({ id: 'pk_1', name: 'Mac', verification, ...times })

  const open = (create: (options: CredentialCreationOptions) => Promise<unknown>, text = nonce) =>
    scriptAccount(
      ({ path }) =>
        passkey(
          path === '/me/passkeys' ? { status: 'unverified', nonce: text } : { status: 'verified' },
        ),
      // as: a stand-in of the parts that are read
      { credentials: { create: create as CredentialsContainer['create'] } },
    )

  it('is made by the browser and verified, renamed and deleted', async () => {
    const create = vi.fn(async (_: CredentialCreationOptions) => credential)
    const { api, seen, asked } = await open(create)
    const made = await api.createPasskey()
    expect(made).toMatchObject({ id: 'pk_1', verification: { status: 'verified' } })
    expect(made.createdAt).toBeInstanceOf(Date)
    const options = create.mock.calls[0]?.[0].publicKey
    expect(Buffer.from(options?.challenge as Uint8Array).toString()).toBe('challenge?>')
    expect(Buffer.from(options?.user.id as Uint8Array).toString()).toBe('user_1')
    const [excluded] = options?.excludeCredentials ?? []
    expect(Buffer.from(excluded?.id as Uint8Array).toString()).toBe('old')
    expect(seen[2]?.form.get('strategy')).toBe('passkey')
    expect(JSON.parse(seen[2]?.form.get('public_key_credential') ?? '')).toEqual({
      id: 'id_1',
      rawId: base64url('raw?>'),
      type: 'public-key',
      authenticatorAttachment: 'platform',
      response: {
        clientDataJSON: base64url('client data'),
        attestationObject: base64url('attestation'),
        transports: ['internal'],
      },
    })
    await api.updatePasskey('pk_1', { name: 'Phone' })
    await api.deletePasskey('pk_1')
    expect(asked().slice(2)).toEqual([
      'PATCH /me/passkeys/pk_1 name=Phone',
      'DELETE /me/passkeys/pk_1',
    ])
  })

  it.each([
    ['is refused', () => Promise.reject(new Error('NotAllowedError'))],
    ['is none', async () => null],
    ['is of another kind', async () => ({ type: 'password' })],
  ])('that %s is an error, and nothing more is sent', async (_, create) => {
    const { api, seen } = await open(create)
    await expect(api.createPasskey()).rejects.toMatchObject({ code: 'passkey_registration_failed' })
    expect(seen).toHaveLength(2)
  })

  it.each(['junk', 'null', '{}', '{"challenge":"AA"}'])(
    'with options that are %s is an answer that makes no sense',
    async text => {
      const { api } = await open(async () => credential, text)
      await expect(api.createPasskey()).rejects.toMatchObject({ code: 'response_invalid' })
    },
  )

  it('without WebAuthn says so, and asks nothing', async () => {
    const { api, seen } = await scriptAccount(() => null)
    await expect(api.createPasskey()).rejects.toMatchObject({ code: 'passkey_not_supported' })
    expect(seen).toHaveLength(1)
  })
})

describe('what an organization offers', () => {
  const invitation = {
    id: 'orginv_1',
    status: 'pending',
    public_organization_data: { id: 'org_1', name: 'One', slug: null },
    ...times,
  }

  it('is listed, as a page or as a plain list, and accepted', async () => {
    const { api, seen, asked } = await scriptAccount(({ method, path }) => {
      if (method === 'POST') return { ...invitation, status: 'accepted' }
      return path.endsWith('invitations') ? { data: [invitation], total_count: 7 } : [invitation]
    })
    const invitations = await api.getOrganizationInvitations({ status: 'pending', pageSize: 1 })
    expect(invitations).toMatchObject({
      totalCount: 7,
      data: [{ publicOrganizationData: { name: 'One' }, createdAt: new Date(times.created_at) }],
    })
    expect(await api.getOrganizationSuggestions({ page: 3 })).toMatchObject({ totalCount: 1 })
    const query = Object.fromEntries(seen[1]?.url.searchParams ?? [])
    expect(query).toMatchObject({ status: 'pending', limit: '1', offset: '0', paginated: 'true' })
    expect(seen[2]?.url.searchParams.get('offset')).toBe('20')
    expect(await api.acceptInvitation('orginv_1')).toMatchObject({ status: 'accepted' })
    await api.acceptSuggestion('orgsug_1')
    expect(asked().slice(2)).toEqual([
      'POST /me/organization_invitations/orginv_1/accept',
      'POST /me/organization_suggestions/orgsug_1/accept',
    ])
  })
})

describe('an answer', () => {
  it('without a client has the client read, so that the store knows', async () => {
    const { api, clientele, setUser } = await scriptAccount(() => {
      setUser({ totp_enabled: true })
      return json({ response: { id: 'totp_1', verified: true } })
    })
    await api.verifyTotp({ code: '123456' })
    expect(clientele.user?.totpEnabled).toBe(true)
  })

  it('that is no object makes no sense', async () => {
    const { api } = await scriptAccount(() => 'text')
    await expect(api.createTotp()).rejects.toMatchObject({ code: 'response_invalid' })
    await expect(api.reload()).rejects.toMatchObject({ code: 'response_invalid' })
    await expect(api.getOrganizationMemberships()).rejects.toMatchObject({
      code: 'response_invalid',
    })
  })

  it('with a token gives it to nobody', async () => {
    const { api } = await scriptAccount(() => ({ id: 's', last_active_token: { jwt: 'eyJ' } }))
    expect(JSON.stringify(await api.revokeSession('s'))).not.toContain('eyJ')
  })

  it('with ids of the caller cannot leave its path', async () => {
    const { api, asked } = await scriptAccount(() => ({ deleted: true }))
    await api.deleteEmailAddress('../../client')
    expect(asked()).toEqual(['DELETE /me/email_addresses/..%2F..%2Fclient'])
  })
})
