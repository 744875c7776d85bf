export type {
  TestClientele,
  TestClienteleOptions,
  TestState,
} from './testing/create-test-clientele.ts'
export { createTestClientele } from './testing/create-test-clientele.ts'
export type { EmulatorFixtures } from './testing/fixtures.ts'
export { emulatorFixtures } from './testing/fixtures.ts'
export type { PageLike, SignInAsOptions } from './testing/sign-in-as.ts'
export { signInAs } from './testing/sign-in-as.ts'
export type { TestUser } from './testing/test-user.ts'
export { testUser } from './testing/test-user.ts'
