import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { json, publishableKey, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, sessionJson, userJson } from './support/wire.ts'

const membership = (id: string) => ({
  id: `mem_${id}`,
  role: 'org:admin',
  permissions: [],
  organization: { id, name: 'Acme', slug: 'acme' },
})

const user = userJson('user_1', { organization_memberships: [membership('org_1')] })

const open = (session: Record<string, unknown> | null) => {
  const sessions = session ? [sessionJson('sess_1', { user, ...session })] : []
  const client = clientJson({ sessions, last_active_session_id: 'sess_1' })
  const { fetch } = scriptedFetch(() => json({ response: client, client: null }))
  return createClientele({ publishableKey, fetch })
}

describe('isSignedIn and organization', () => {
  it.each([
    ['nobody', null, false, null],
    ['a session with tasks', { status: 'pending', tasks: [{ key: 'setup-mfa' }] }, false, null],
    ['the personal account', {}, true, null],
    ['an organization', { last_active_organization_id: 'org_1' }, true, { id: 'org_1' }],
    ['one that the user has left', { last_active_organization_id: 'org_2' }, true, null],
  ])('of %s', async (_, session, isSignedIn, organization) => {
    const clientele = open(session)
    expect([clientele.isSignedIn, clientele.organization]).toEqual([undefined, undefined])
    await clientele.load()
    expect(clientele.isSignedIn).toBe(isSignedIn)
    if (organization) expect(clientele.organization).toMatchObject(organization)
    else expect(clientele.organization).toBeNull()
  })
})
