import type { Seed } from '../seed/seed.ts'

/** A bug of the field on a stage: what an emulator begins with, what is set and what goes wrong. */
export interface Scenario {
  /** What `findScenario` takes. */
  readonly name: string
  /** The bug it stages, in a line. */
  readonly summary: string
  /** What an instance is filled with. */
  readonly seed: Seed
}

/** The user that each knows. */
export const jane = {
  emailAddress: 'jane@example.com',
  password: 'correct horse',
  firstName: 'Jane',
  lastName: 'Doe',
}
export const users = [jane]

// What scenarios are about.
export const readClient = { method: 'GET', path: '/v1/client' } as const
export const refreshToken = { method: 'POST', path: '/v1/client/sessions/:id/tokens' } as const
export const createSignIn = { method: 'POST', path: '/v1/client/sign_ins' } as const
export const createSignUp = { method: 'POST', path: '/v1/client/sign_ups' } as const
