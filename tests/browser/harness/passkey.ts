import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'

/** A passkey as the emulator is told of it. */
export interface Passkey {
  readonly credentialId: string
  /** The uncompressed point, base64url. */
  readonly publicKey: string
}

const bytesOf = (text: string | undefined): Buffer => Buffer.from(text ?? '', 'base64url')

/** Gives a page's device what keeps passkeys, and a person who always agrees. */
export const addAuthenticator = async (page: Page) => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { devtools, authenticatorId }
}

/** Gives a page's device a passkey, and a person who always agrees. */
export const addPasskey = async (page: Page, rpId: string): Promise<Passkey> => {
  const { devtools, authenticatorId } = await addAuthenticator(page)
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  await devtools.send('WebAuthn.addCredential', {
    authenticatorId,
    credential: {
      credentialId: id.toString('base64'),
      isResidentCredential: true,
      rpId,
      privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
      userHandle: randomBytes(16).toString('base64'),
      signCount: 0,
    },
  })
  const { x, y } = publicKey.export({ format: 'jwk' })
  const point = Buffer.concat([Buffer.of(4), bytesOf(x), bytesOf(y)])
  return { credentialId: id.toString('base64url'), publicKey: point.toString('base64url') }
}
