import { Clerk, type ClerkOptions } from '@clientele/core/clerk'
import { createEmulator } from '@clientele/emulator'

export const ada = {
  emailAddress: 'ada+clerk_test@example.com',
  password: 'correct horse battery staple',
  firstName: 'Ada',
  lastName: 'Lovelace',
}
export const testCode = '424242'

/** A browser at an emulator, and a `Clerk` in it. */
export const open = (options: ClerkOptions = {}) => {
  const emulator = createEmulator()
  const { id: userId } = emulator.users.create(ada)
  const agent = emulator.agent()
  const visited: string[] = []
  const clerk = new Clerk(emulator.publishableKey, {
    fetch: agent.fetch,
    navigate: url => void visited.push(url),
    ...options,
  })
  const signIn = async () => {
    const attempt = await clerk.client?.signIn.create({
      identifier: ada.emailAddress,
      password: ada.password,
    })
    await clerk.setActive({ session: attempt?.createdSessionId })
  }
  return { emulator, userId, agent, clerk, visited, signIn }
}
