import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isIPv4 } from 'node:net'
import { bits, der, objectId, sequence, time } from './der.ts'

const day = 24 * 3600 * 1000
// Some systems take none that is valid for longer.
const lifetime = 820 * day

const ecdsaWithSha256 = sequence(objectId('2a8648ce3d040302'))

const extension = (id: string, value: Uint8Array, isCritical = false): Buffer =>
  sequence(objectId(id), ...(isCritical ? [der(0x01, Buffer.from([0xff]))] : []), der(0x04, value))

const alternativeName = (name: string): Buffer =>
  isIPv4(name) ? der(0x87, Buffer.from(name.split('.').map(Number))) : der(0x82, Buffer.from(name))

// For a server only: nobody could make certificates for other hosts with its key.
const extensionsFor = (hosts: readonly string[]): Buffer =>
  der(
    0xa3,
    sequence(
      extension('551d13', sequence(), true),
      extension('551d0f', bits(Buffer.from([0x80]), 7), true),
      extension('551d25', sequence(objectId('2b06010505070301'))),
      extension('551d11', sequence(...hosts.map(alternativeName))),
    ),
  )

const unsigned = (hosts: readonly string[], publicKey: KeyObject, now: number): Buffer => {
  const serial = randomBytes(16)
  serial[0] = 0x40
  const organization = sequence(
    objectId('55040a'),
    der(0x0c, Buffer.from('Clientele emulator, this machine only')),
  )
  const commonName = sequence(objectId('550403'), der(0x0c, Buffer.from(hosts[0] ?? '')))
  const name = sequence(der(0x31, organization), der(0x31, commonName))
  return sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    ecdsaWithSha256,
    name,
    sequence(time(now - day), time(now + lifetime)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    extensionsFor(hosts),
  )
}

/**
 * Makes a certificate for these hosts, signed by its own key.
 *
 * @param hosts names and IPv4 addresses; a name may begin with `*.`.
 * @param now epoch milliseconds: it is valid from the day before, for about two years.
 * @returns certificate and private key, each as PEM.
 */
export const makeSelfSigned = (
  hosts: readonly string[],
  now = Date.now(),
): { cert: string; key: string } => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const content = unsigned(hosts, publicKey, now)
  const signature = sign('sha256', content, privateKey)
  const certificate = sequence(content, ecdsaWithSha256, bits(signature)).toString('base64')
  const lines = certificate.match(/.{1,64}/g) ?? []
  return {
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}
