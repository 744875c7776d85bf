import { createPrivateKey, X509Certificate } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { writeAtomically } from '../data/write-atomically.ts'
import { makeSelfSigned } from './self-signed.ts'

const month = 30 * 24 * 3600 * 1000

/** Certificate and private key of a server, each as PEM. */
export interface Certificate {
  /** The certificate, with those that it rests on. */
  readonly cert: string
  /** Its private key. */
  readonly key: string
}

/** Beside what other programs keep for this user; what is trusted once is good for all projects. */
const folder = (): string =>
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'clientele-emulator')

const isUsable = (text: string): boolean => {
  try {
    const certificate = new X509Certificate(text)
    return (
      certificate.checkPrivateKey(createPrivateKey(text)) &&
      Date.parse(certificate.validTo) > Date.now() + month
    )
  } catch {
    return false
  }
}

/**
 * The certificate for a host that an earlier start has made and kept, or a new one.
 *
 * @returns it, and the file in which it is kept: what browsers and systems can be told to trust.
 * @throws Error when it cannot be kept.
 */
export const keptCertificate = async (host: string): Promise<Certificate & { file: string }> => {
  const file = join(folder(), `${host}.pem`)
  const kept = await readFile(file, 'utf8').catch(() => '')
  if (isUsable(kept)) return { cert: kept, key: kept, file }
  const made = makeSelfSigned([...new Set([host, 'localhost', '127.0.0.1'])])
  try {
    await mkdir(folder(), { recursive: true, mode: 0o700 })
    await writeAtomically(file, `${made.cert}${made.key}`)
  } catch (error) {
    throw new Error(
      `The certificate cannot be kept in ${file}: give one by --tls-cert and --tls-key, or make ` +
        'the folder writable.',
      { cause: error },
    )
  }
  return { ...made, file }
}
