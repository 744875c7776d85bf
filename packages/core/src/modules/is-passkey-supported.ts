/** Passkeys belong to a name: an address of a machine has none. */
const isAddress = /^[\d.]+$|^\[/

/**
 * Whether passkeys can work here: WebAuthn, in a secure context, at a host with a name. Where they
 * cannot, an application does better not to offer them.
 *
 * @example
 * {isPasskeySupported() && <button onClick={signInWithPasskey}>Sign in with a passkey</button>}
 */
export const isPasskeySupported = (): boolean => {
  const { isSecureContext, PublicKeyCredential, navigator, location } = globalThis
  return !!(
    isSecureContext &&
    PublicKeyCredential &&
    navigator?.credentials &&
    !isAddress.test(location?.hostname)
  )
}
