import { account } from '@clientele/core/account'
import { store } from './store.ts'

// #region profile
const own = store.use(account())

export const rename = (firstName: string, lastName: string) => own.update({ firstName, lastName })
export const setPicture = (file: File) => own.setProfileImage({ file })
// #endregion profile

// #region email
export const addEmail = async (email: string) => {
  const { id } = await own.createEmailAddress({ email })
  await own.prepareEmailAddressVerification(id, { strategy: 'email_code' })
  return id
}
export const verifyEmail = (id: string, code: string) =>
  own.attemptEmailAddressVerification(id, { code })
// #endregion email

// #region totp
/** `uri` is shown as a QR code; a code of the app switches it on. */
export const beginAuthenticator = async () => (await own.createTotp()).uri
export const confirmAuthenticator = (code: string) => own.verifyTotp({ code })
// #endregion totp

// #region sessions
export const devices = () => own.getSessions()
export const end = (id: string) => own.revokeSession(id)
// #endregion sessions
