import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Script } from 'node:vm'
import { createEmulator } from '@clientele/emulator'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { runsOn } from '../runs-on.ts'
import { versionsOf } from './support/about.ts'
import { installedFrom } from './support/installed.ts'
import { type Phone, startOn } from './support/phone.ts'
import { npm } from './support/process.ts'

const emailAddress = 'ada@example.com'
const password = 'correct horse battery'
const api = 'https://api.example.com'

/** Where the compiler of Hermes is for this platform. */
const compilers: Readonly<Record<string, string>> = {
  darwin: 'osx-bin/hermesc',
  linux: 'linux64-bin/hermesc',
  win32: 'win64-bin/hermesc.exe',
}

describe('examples/frameworks/expo', () => {
  let folder: string
  let file: string
  let bundle: Script

  beforeAll(async () => {
    const { publishableKey } = createEmulator()
    const installed = await installedFrom('expo', inject('packed'))
    folder = installed.folder
    const env = {
      EXPO_PUBLIC_CLERK_PUBLISHABLE_KEY: publishableKey,
      EXPO_PUBLIC_API_URL: api,
      // Where Metro keeps what it has compiled, keys included.
      TMPDIR: folder,
    }
    await npm(['run', 'build', '--', '--no-bytecode'], { folder, env })
    const built = join(folder, 'dist/_expo/static/js/android')
    const [name = ''] = await readdir(built)
    file = join(built, name)
    bundle = new Script(await readFile(file, 'utf8'), { filename: name })
    return installed.remove
  })

  /** A telephone of somebody who is about to sign in, and what its network saw. */
  const unpack = (globals: Phone['globals']) => {
    const emulator = createEmulator()
    const user = emulator.users.create({ emailAddress, password, firstName: 'Ada' })
    const frontendApi = emulator.agent({ origin: null })
    const network = { isThere: true, tokens: [] as string[] }
    const send: Phone['send'] = async (url, init) => {
      if (!network.isThere) throw new TypeError('No network')
      if (!url.startsWith(api)) return frontendApi.fetch(url, init)
      network.tokens.push(new Headers(init.headers).get('authorization') ?? '')
      return Response.json({ called: url })
    }
    const phone: Phone = { kept: new Map(), send, globals }
    return { user, emulator, network, phone, start: () => startOn(phone, bundle) }
  }
  type App = ReturnType<ReturnType<typeof unpack>['start']>

  const sees = (app: App, line: string) => expect.poll(app.read).toContain(line)
  const signIn = async (app: App) => {
    await sees(app, 'SIGN IN')
    app.type('Email address', emailAddress)
    app.type('Password', password)
    await sees(app, password)
    app.press('SIGN IN')
    await sees(app, 'Signed in as Ada')
  }
  const callApi = async (app: App) => {
    app.press('CALL THE API')
    await sees(app, `{"called":"${api}/api/me"}`)
  }

  it.each(['Expo', 'React Native'] as const)(
    'signs in, is still signed in after a start, and signs out, with the globals of %s',
    async globals => {
      const { user, network, phone, start } = unpack(globals)
      const first = start()
      await signIn(first)
      await callApi(first)

      const second = start()
      await sees(second, 'Signed in as Ada')
      expect(second.painted[0]).toContain('Signed in as Ada')
      await callApi(second)
      for (const token of network.tokens) {
        const [, claims = ''] = /^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/.exec(token) ?? []
        expect(JSON.parse(atob(claims))).toMatchObject({ sub: user.id })
      }

      second.press('SIGN OUT')
      await sees(second, 'SIGN IN')
      const third = start()
      await sees(third, 'SIGN IN')
      expect([...phone.kept.keys()]).toHaveLength(2)
      for (const { errors } of [first, second, third]) expect(errors).toEqual([])
      runsOn('Frameworks', 'Expo', versionsOf('expo'))
    },
  )

  it('shows who was signed in where there is no network', async () => {
    const { network, start } = unpack('Expo')
    const first = start()
    await signIn(first)
    first.end()
    network.isThere = false
    const app = start()
    await sees(app, 'Signed in as Ada')
    app.end()
  })

  it('is run without what only Expo has', async () => {
    const { run } = unpack('React Native').start()
    expect(run('typeof TextDecoder')).toBe('undefined')
    expect(run('"_url" in new URL("https://example.com")')).toBe(true)
    const link = 'https://example.com/?a=b&__clerk_status=verified#c'
    expect(run(`new URL("${link}").searchParams.get("__clerk_status")`)).toBe('verified')
    run('globalThis.ended = new AbortController()')
    run('ended.abort("why")')
    expect(run('[ended.signal.aborted, ended.signal.reason]')).toEqual([true, undefined])
  })

  it('is compiled by Hermes', async () => {
    const hermesc = join(
      folder,
      'node_modules/hermes-compiler/hermesc',
      compilers[process.platform] ?? '',
    )
    const compiled = `${file}.hbc`
    await promisify(execFile)(hermesc, ['-w', '-emit-binary', '-out', compiled, file])
    // What begins each file of Hermes's.
    expect((await readFile(compiled)).subarray(0, 8).toString('hex')).toBe('c61fbc03c103191f')
  })
})
