import { Clerk, EmailLinkErrorCodeStatus, isEmailLinkError } from '@clientele/core/clerk'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { json, publishableKey, scriptedFetch } from '../support/scripted-fetch.ts'
import { clientJson, sessionJson, userJson } from '../support/wire.ts'
import { open } from './support.ts'

afterEach(() => vi.unstubAllGlobals())

describe('a link that cannot be used has Clerk’s code', () => {
  it.each(Object.values(EmailLinkErrorCodeStatus))('%s', async status => {
    const { clerk } = open()
    await clerk.load()
    const href = `https://app.test/verify?__clerk_status=${status}`
    vi.stubGlobal('location', new URL(href))
    const error = await clerk.handleEmailLinkVerification({}).catch((thrown: unknown) => thrown)
    expect(isEmailLinkError(error)).toBe(true)
    expect(error).toMatchObject({ code: status, cause: { code: `email_link_${status}` } })
  })
})

it('what the server leaves out of an address and a passkey is blank and not missing', async () => {
  const user = userJson('user_1', {
    email_addresses: [{ id: 'idn_1', email_address: 'ada@example.com', verification: null }],
    passkeys: [{ id: 'pk_1', verification: null }],
  })
  const client = clientJson({ sessions: [sessionJson('sess_1', { user })] })
  const { fetch } = scriptedFetch(() => json({ response: client, client: null }))
  const clerk = new Clerk(publishableKey, { fetch, modules: [] })
  await clerk.load()
  expect(clerk.user?.emailAddresses).toMatchObject([{ linkedTo: [] }])
  expect(clerk.user?.passkeys).toMatchObject([
    { name: null, lastUsedAt: null, createdAt: new Date(0) },
  ])
})
