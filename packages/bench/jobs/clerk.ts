import { Clerk } from '@clerk/clerk-js/no-rhc'

export const job = async (
  publishableKey: string,
  identifier: string,
  password: string,
  show: (text: string) => void,
) => {
  const clerk = new Clerk(publishableKey)
  clerk.addListener(({ client }) => show(String(client.signedInSessions.length)))
  await clerk.load()
  const attempt = await clerk.client?.signIn.create({ strategy: 'password', identifier, password })
  await clerk.setActive({ session: attempt?.createdSessionId ?? null })
  show(String(await clerk.session?.getToken()))
  await clerk.signOut()
}
