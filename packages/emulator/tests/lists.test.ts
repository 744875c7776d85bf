import { expect, test } from 'vitest'
import { createBrowser, createSignedIn, jane, joe, withUsers } from './support/browser.ts'

test('lists give the newest ones, in order, when that is asked for', async () => {
  const emulator = withUsers(5)
  await createSignedIn(emulator, [jane, joe])
  await createBrowser(emulator).signIn({ identifier: 'user0@example.com', strategy: 'email_code' })
  await createBrowser(emulator).signUp({ email_address: 'new@example.com' })
  const lists = ['users', 'sessions', 'clients', 'attempts'] as const
  for (const name of lists) {
    const all = emulator[name].list()
    expect(emulator[name].list({ last: 2 })).toEqual(all.slice(-2))
    expect(emulator[name].list({ last: 0 })).toEqual([])
    expect(emulator[name].list({ last: 100 })).toEqual(all)
    expect(() => emulator[name].list({ last: -1 })).toThrow(/last must be a whole number, not -1/)
  }
  for (const name of [...lists, 'inbox', 'requests']) {
    const ask = async (query: string) =>
      (await emulator.fetch(`/__emulator/${name}${query}`)).json()
    const all = await ask('')
    expect(all.length).toBeGreaterThan(0)
    expect(await ask('?last=1')).toEqual(all.slice(-1))
    expect((await ask('?last=some')).errors[0].message).toMatch(/last must be/)
  }
})
