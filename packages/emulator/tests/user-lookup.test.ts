import { expect, test } from 'vitest'
import { createFrozen } from './support/browser.ts'

test('every identifier finds its user, and only as long as it has it', () => {
  const { users } = createFrozen()
  const wallet = `0x${'aB'.repeat(20)}`
  const given = {
    emailAddress: 'jane@example.com',
    username: 'Jane_Doe',
    phoneNumber: '+12015550123',
  }
  const { id } = users.create({
    ...given,
    web3Wallet: wallet,
    secondFactorPhoneNumber: '+12015550199',
  })
  for (const written of [
    ' JANE@example.com',
    'jane_doe',
    '+1 (201) 555-0123',
    wallet.toLowerCase(),
    '+12015550199',
  ])
    expect(users.get(written)?.id).toBe(id)
  users.update(id, {
    emailAddress: 'j@example.com',
    username: null,
    phoneNumber: null,
    web3Wallet: null,
  })
  expect(users.get('j@example.com')?.id).toBe(id)
  for (const gone of ['jane@example.com', 'jane_doe', '+12015550123', wallet])
    expect(users.get(gone)).toBeUndefined()
  users.delete(id)
  expect(users.get('j@example.com')).toBeUndefined()
  expect(users.create(given).emailAddress).toBe('jane@example.com')
})

test('a reset forgets identifiers too', () => {
  const emulator = createFrozen()
  emulator.users.create({ emailAddress: 'jane@example.com' })
  emulator.reset()
  expect(emulator.users.get('jane@example.com')).toBeUndefined()
})

test('no two users share an identifier, a number of a second factor included', () => {
  const { users } = createFrozen()
  users.create({ secondFactorPhoneNumber: '+12015550199' })
  expect(() => users.create({ phoneNumber: '+12015550199' })).toThrow(/belongs to the user/)
  expect(() => users.create({ secondFactorPhoneNumber: '+12015550199' })).toThrow(
    /belongs to the user/,
  )
})
