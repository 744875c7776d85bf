import { readFileSync } from 'node:fs'
import { createEmulator } from '@clientele/emulator'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const docs = new URL('../../../docs/', import.meta.url)
const page = readFileSync(new URL('guide/emulator.md', docs), 'utf8')
const example = readFileSync(new URL('snippets/ci/seed.yaml', docs), 'utf8')

/** The names that the error for an unknown one lists. */
const namesIn = (seed: object): string[] => {
  try {
    createEmulator().seed(seed)
  } catch (error) {
    const [, names = ''] = /is not known here, but (.+)\.$/.exec(String(error)) ?? []
    return names.split(', ')
  }
  throw new Error('Nothing was refused.')
}

const x = { nonsense: 1 }
test.each([
  ['', x],
  ['clock', { clock: x }],
  ['users', { users: [x] }],
  ['users.passkeys', { users: [{ passkeys: [{ credentialId: 'a', publicKey: 'b', ...x }] }] }],
  ['users.externalAccounts', { users: [{ externalAccounts: [{ provider: 'google', ...x }] }] }],
  ['organizations', { organizations: [{ name: 'A', ...x }] }],
  ['organizations.members', { organizations: [{ name: 'A', members: [{ userId: 'a', ...x }] }] }],
  [
    'organizations.invitations',
    { organizations: [{ name: 'A', invitations: [{ emailAddress: 'a@b', ...x }] }] },
  ],
  ['sessions', { sessions: [{ userId: 'a', ...x }] }],
  ['tickets', { tickets: [x] }],
])('the page on the emulator lists what a seed may say: %j', (part, seed) => {
  const names = namesIn(seed)
  const row = `| ${part === '' ? 'seed' : `\`${part}\``} | ${names.map(name => `\`${name}\``).join(' ')} |`
  expect(page).toContain(`\n${row}\n`)
})

test('the error for an unknown setting lists all of them', () => {
  const names = namesIn({ settings: x })
  expect(names).toEqual(Object.keys(createEmulator().settings.read()).sort(byOrderOf(names)))
})

const byOrderOf = (names: readonly string[]) => (a: string, b: string) =>
  names.indexOf(a) - names.indexOf(b)

test('the seed on that page is one', () => {
  const emulator = createEmulator()
  emulator.seed(parse(example))
  expect(emulator.users.totpCode('user_ada')).toMatch(/^\d{6}$/)
  expect(emulator.organizations.list()[0]?.members).toHaveLength(2)
})
