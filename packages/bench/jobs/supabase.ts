import { GoTrueClient } from '@supabase/auth-js'

export const job = async (
  url: string,
  email: string,
  password: string,
  show: (text: string) => void,
) => {
  const auth = new GoTrueClient({ url })
  auth.onAuthStateChange((_, session) => show(String(session?.user.id)))
  await auth.initialize()
  await auth.signInWithPassword({ email, password })
  const { data } = await auth.getSession()
  show(String(data.session?.access_token))
  await auth.signOut()
}
