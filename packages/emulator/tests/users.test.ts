import { describe, expect, test } from 'vitest'
import { createFrozen, createSignedIn, jane, joe, start } from './support/browser.ts'

describe('users', () => {
  test('are made, read, changed and deleted', () => {
    const { users } = createFrozen()
    const made = users.create({ ...jane, username: 'jane', publicMetadata: { role: 'admin' } })
    expect(made).toMatchObject({
      id: expect.stringMatching(/^user_\w{27}$/),
      emailAddress: jane.emailAddress,
      passwordEnabled: true,
      publicMetadata: { role: 'admin' },
      createdAt: start,
    })
    expect(JSON.stringify(made)).not.toMatch(/scrypt|horse/)
    for (const key of [made.id, 'JANE@example.com', 'jane']) expect(users.get(key)).toEqual(made)
    const changed = users.update(made.id, {
      firstName: 'Jane',
      emailAddress: 'j@example.com',
      password: null,
    })
    expect(changed).toMatchObject({
      firstName: 'Jane',
      emailAddress: 'j@example.com',
      passwordEnabled: false,
    })
    expect(users.list()).toEqual([changed])
    users.delete(made.id)
    expect(users.list()).toEqual([])
  })

  test('what was handed in is not shared', () => {
    const { users } = createFrozen()
    const publicMetadata = { list: [1] }
    const { id } = users.create({ publicMetadata })
    publicMetadata.list.push(2)
    expect(users.get(id)?.publicMetadata).toEqual({ list: [1] })
  })

  test('an id can be chosen', () => {
    expect(createFrozen().users.create({ id: 'user_1' }).id).toBe('user_1')
  })

  test.each([
    [() => ({ emailAddress: 'JANE@example.com' }), /JANE@example.com belongs to the user user_/],
    [() => ({ emailAddress: 'nonsense' }), /Wrong user: emailAddress/],
    [() => ({ email: 'a@b.cd' }), /Wrong user: email: is not known/],
  ])('wrong input is a TypeError', (input, message) => {
    const { users } = createFrozen()
    users.create(jane)
    expect(() => users.create(input() as never)).toThrow(TypeError)
    expect(() => users.create(input() as never)).toThrow(message)
  })

  test('an unknown id names the way to find one', () => {
    expect(() => createFrozen().users.update('user_x', {})).toThrow(/user_x.*list\(\)/)
    expect(() => createFrozen().users.delete('user_x')).toThrow(TypeError)
  })

  test('a change is seen by every client that shows the user', async () => {
    const emulator = createFrozen()
    const { client } = await createSignedIn(emulator)
    const other = await createSignedIn(emulator, [joe])
    const before = (await other.client()).text
    emulator.users.update(emulator.users.get(jane.emailAddress)?.id ?? '', {
      publicMetadata: { plan: 'pro' },
    })
    const { response } = (await client()).body
    expect(response?.sessions[0]?.user.public_metadata).toEqual({ plan: 'pro' })
    expect(response?.updated_at).toBe(start + 1)
    expect((await other.client()).text).toBe(before)
  })
})
