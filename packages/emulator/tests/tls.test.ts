import { X509Certificate } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publishableKeyFor } from '@clientele/emulator'
import { type Listening, type ListenOptions, listen } from '@clientele/emulator/node'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { run } from './support/command.ts'

let folder = ''
const opened: Listening[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'certificates-'))
  vi.stubEnv('XDG_CACHE_HOME', folder)
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ close }) => close()))
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

const open = async (options: ListenOptions) => {
  const listening = await listen(options)
  opened.push(listening)
  return listening
}

/** Certificate and key that were made for a host, apart. */
const made = async (host: string) => {
  const { certificateFile } = await open({ host, tls: true })
  const text = await readFile(certificateFile ?? '', 'utf8')
  const at = text.indexOf('-----BEGIN PRIVATE')
  return { cert: text.slice(0, at), key: text.slice(at) }
}

/** Asks by HTTPS, and trusts this certificate only. */
const ask = (url: string, ca: string, servername?: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const asking = request(url, { ca, ...(servername ? { servername } : {}) }, answer => {
      let text = ''
      answer.on('data', chunk => {
        text += chunk
      })
      answer.on('end', () => resolve(text))
    })
    asking.on('error', reject)
    asking.end()
  })

describe('a certificate that is made', () => {
  test('is for its hosts, for a server only, and for two years', async () => {
    const { cert } = await made('app.localhost')
    const certificate = new X509Certificate(cert)
    expect(certificate.verify(certificate.publicKey)).toBe(true)
    expect(certificate.ca).toBe(false)
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
    for (const host of ['app.localhost', 'localhost'])
      expect(certificate.checkHost(host)).toBeDefined()
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1')
    expect(certificate.checkHost('example.com')).toBeUndefined()
    const days = (Date.parse(certificate.validTo) - Date.now()) / 86_400_000
    expect(Math.round(days)).toBe(820)
  })

  test('is kept, for this user only, and made again once it is useless', async () => {
    const first = await open({ tls: true })
    const file = first.certificateFile ?? ''
    expect([file, (await stat(file)).mode & 0o777]).toEqual([
      join(folder, 'clientele-emulator', '127.0.0.1.pem'),
      0o600,
    ])
    const kept = await readFile(file, 'utf8')
    expect(JSON.parse(await ask(`${first.url}/health`, kept))).toEqual({ status: 'healthy' })
    await open({ tls: true })
    expect(await readFile(file, 'utf8')).toBe(kept)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 800 * 86_400_000 })
    const old = await made('old.localhost')
    vi.useRealTimers()
    for (const useless of [
      'junk',
      kept.replace(/-----BEGIN PRIVATE[\s\S]*/, ''),
      old.cert + old.key,
    ]) {
      await writeFile(file, useless)
      await open({ tls: true })
      const anew = await readFile(file, 'utf8')
      expect(anew).not.toBe(useless)
      expect(new X509Certificate(anew).checkIP('127.0.0.1')).toBeDefined()
    }
  })

  test.each([
    [{ host: 'app.localhost' }, 'app.localhost'],
    [{ publishableKey: publishableKeyFor('foo-bar-13.clerk.accounts.dev') }, undefined],
    [{ publishableKey: publishableKeyFor('clerk.example.test:4100') }, 'clerk.example.test'],
  ])('is for the host by which clients come: %o', async (options, name) => {
    const host = name ?? 'foo-bar-13.clerk.accounts.dev'
    const { port, certificateFile } = await open({ ...options, tls: true })
    const ca = await readFile(certificateFile ?? '', 'utf8')
    expect(await ask(`https://127.0.0.1:${port}/health`, ca, host)).toContain('healthy')
  })
})

describe('by HTTPS', () => {
  test('address and tokens say so, and its cookies are for HTTPS', async () => {
    const { url, emulator, certificateFile } = await open({ tls: true })
    expect(url).toMatch(/^https:/)
    const ca = await readFile(certificateFile ?? '', 'utf8')
    const discovery = JSON.parse(await ask(`${url}/.well-known/openid-configuration`, ca))
    expect([discovery.issuer, `https://${emulator.host}`]).toEqual([url, url])
  })

  test.each(['localhost', 'app.localhost'])('under the name %s, where one is given', async host => {
    const { url, port, emulator } = await open({ host, tls: true })
    expect([url, emulator.host]).toEqual([`https://${host}:${port}`, `${host}:${port}`])
  })

  test('with a certificate that is given', async () => {
    const given = await made('given.localhost')
    const { url, certificateFile } = await open({ tls: given })
    expect(certificateFile).toBeNull()
    expect(await ask(`${url}/health`, given.cert)).toContain('healthy')
  })

  test('the command takes files, or makes one and says where', async () => {
    const given = await made('given.localhost')
    const [cert, key] = [join(folder, 'a.crt'), join(folder, 'a.key')]
    await writeFile(cert, given.cert)
    await writeFile(key, given.key)
    const publishableKey = publishableKeyFor('foo-bar-13.clerk.accounts.dev')
    for (const [parameters, ca] of [
      [['--tls-cert', cert, '--tls-key', key], () => given.cert],
      [['--tls'], (text: string) => readFile(/Certificate +(\S+)/.exec(text)?.[1] ?? '', 'utf8')],
    ] as const) {
      const running = run(...parameters, '--port', '0', '--key', publishableKey)
      const [, url = '', shown] = await running.says(/(https:\S+)[\s\S]*(pk_test_\S+)/)
      expect(shown).toBe(publishableKey)
      expect(new X509Certificate(await ca(running.output.out)).subject).toMatch(/CN=/)
      expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
      running.signal('SIGTERM')
      expect(await running.exit).toBe(0)
    }
  })

  test.each([
    [['--tls-cert', 'a.crt'], 2, '--tls-cert and --tls-key go together: give both files.'],
    [['--tls-cert', '/nowhere', '--tls-key', '/nowhere'], 1, '--tls-cert cannot be read: ENOENT'],
    [['--key', 'pk_nonsense'], 1, 'publishableKey must be'],
    [['--issuer', 'nonsense'], 1, 'issuer must be an absolute URL'],
    [['--host', 'example.com'], 1, 'host must be an IPv4 address'],
  ])('a wrong command line is one line: %s', async (parameters, exitCode, message) => {
    const ended = await run('--port', '0', ...parameters).ended()
    expect([ended.exitCode, ended.error]).toEqual([exitCode, expect.stringContaining(message)])
  })
})
