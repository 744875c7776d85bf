import { createAuthClient } from 'better-auth/client'

export const job = async (
  baseURL: string,
  email: string,
  password: string,
  show: (text: string) => void,
) => {
  const auth = createAuthClient({ baseURL })
  auth.useSession.subscribe(({ data }) => show(String(data?.user.id)))
  await auth.getSession()
  await auth.signIn.email({ email, password })
  const { data } = await auth.getSession()
  show(String(data?.session.token))
  await auth.signOut()
}
