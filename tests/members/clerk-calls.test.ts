import { createEmulator } from '@clientele/emulator'
import { expect, test } from 'vitest'
import { type ClerkCall, clerkCalls } from './support/clerk-calls.ts'

const calls = clerkCalls()
const emulator = createEmulator({
  settings: { apiKeys: true, oauthApplications: { x: { name: 'Calendar' } } },
})
const jane = { emailAddress: 'jane@example.com', password: 'correct horse' }
const { id: userId } = emulator.users.create(jane)
// What a path names by `x` is hers, so that what is asked is told from a path that is not there.
emulator.organizations.create({ id: 'x', name: 'Acme', members: [{ userId, role: 'org:admin' }] })
const agent = emulator.agent()
await agent.fetch('/v1/client/sign_ins', {
  method: 'POST',
  body: new URLSearchParams({ identifier: jane.emailAddress, password: jane.password }),
})

// The step of a domain is an argument there, and no id.
const concrete = (path: string) =>
  path.replace('/domains/x/bulk', '/domains/prepare_ownership_verification/bulk')

const ask = async (method: string, called: string) => {
  const path = concrete(called)
  const url = path.startsWith('/api_keys') ? path : `/v1${path}`
  const response =
    method === 'GET'
      ? await agent.fetch(url)
      : await agent.fetch(`${url}?_method=${method}`, {
          method: 'POST',
          body: new URLSearchParams({ nonsense: '1' }),
        })
  const text = await response.text()
  const isLost = response.status === 404 && text.includes('"message":"Resource not found"')
  return { status: response.status, isThere: ![405, 501].includes(response.status) && !isLost }
}

const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']

// Where the bundle does not say by which method, one of them has to be there.
const answersTo = async ({ method, path }: ClerkCall): Promise<boolean> => {
  for (const each of method === null ? methods : [method])
    if ((await ask(each, path)).isThere) return true
  return false
}

/** Parts of the service that are not emulated. */
const isElsewhere = ({ path }: ClerkCall): boolean =>
  /\/billing(\/|$)/.test(path) || path.includes('/directory')

test('the bundle’s calls are found', async () => {
  const lines = calls.map(({ method, path }) => `${method ?? '?'} ${path}`)
  expect(calls.length).toBeGreaterThan(80)
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./clerk-calls.txt')
})

test.each(calls.filter(call => !isElsewhere(call)))('$method $path is there', async call => {
  expect(await answersTo(call)).toBe(true)
})

test.each(calls.filter(isElsewhere))('$method $path is known, and not there', async call => {
  const statuses: number[] = []
  for (const method of call.method === null ? methods : [call.method])
    statuses.push((await ask(method, call.path)).status)
  expect(statuses).toContain(501)
})
