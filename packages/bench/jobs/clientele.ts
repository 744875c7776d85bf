import { createClientele } from '@clientele/core'

// The job that every peer is bundled for: load, subscribe, sign in with a password, take a token,
// sign out.
export const job = async (
  publishableKey: string,
  identifier: string,
  password: string,
  show: (text: string) => void,
) => {
  const clientele = createClientele({ publishableKey })
  clientele.subscribe(client => show(String(client?.signedInSessions.length)))
  await clientele.load()
  const attempt = await clientele.client?.signIn.create({
    strategy: 'password',
    identifier,
    password,
  })
  await clientele.setActive({ session: attempt?.createdSessionId ?? null })
  show(String(await clientele.getToken()))
  await clientele.signOut()
}
