import type { UserInput } from '../domain/user-input.ts'

/** A user to sign in with: what forms ask for is there. */
export type TestUser = Omit<UserInput, 'emailAddress' | 'password'> & {
  readonly emailAddress: string
  readonly password: string
}

/**
 * What to create a user of, with an address that receives no mail and takes the code 424242.
 *
 * @example
 * emulator.users.create(testUser({ firstName: 'Grace' }))
 */
export const testUser = (over: Partial<TestUser> = {}): TestUser => ({
  emailAddress: 'ada+clerk_test@example.com',
  password: 'correct horse battery',
  firstName: 'Ada',
  lastName: 'Lovelace',
  ...over,
})
