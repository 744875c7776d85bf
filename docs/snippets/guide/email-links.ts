import { emailLink } from '@clientele/core/email-link'
import { store } from './store.ts'

const links = store.use(emailLink())

// #region send
export const sendLink = async (identifier: string, signal: AbortSignal) => {
  await store.client?.signIn.create({ identifier })
  const { next } = store.client?.signIn ?? {}
  if (next?.kind !== 'first_factor') return
  const factor = next.factors.find(({ strategy }) => strategy === 'email_link')
  if (factor?.strategy !== 'email_link') return
  const { emailAddressId } = factor
  const redirectUrl = new URL('/verify', location.origin).href
  const status = await links.sendAndWait({ kind: 'signIn', emailAddressId, redirectUrl, signal })
  const after = store.client?.signIn.next
  if (status === 'verified' && after?.kind === 'complete')
    await store.setActive({ session: after.sessionId })
}
// #endregion send

// #region land
/** On the page at `/verify`. */
export const land = async () => {
  await store.load()
  const landing = await links.handleVerification(new URLSearchParams(location.search))
  switch (landing.kind) {
    case 'complete': // the session that the link made is active
      return location.replace('/')
    case 'continue': // a step is left: show what `next` says
      return location.replace('/sign-in')
    case 'verified_elsewhere': // the page that asked for the link goes on by itself
      return undefined
  }
}
// #endregion land
