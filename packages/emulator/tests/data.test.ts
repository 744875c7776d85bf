import {
  appendFile,
  copyFile,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEmulator } from '@clientele/emulator'
import { type Listening, type ListenOptions, listen } from '@clientele/emulator/node'
import { assert, asyncProperty } from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { jane, joe, start } from './support/browser.ts'
import { deeds, someDeeds } from './support/deeds.ts'

let folder = ''
let data = ''
const opened: Listening[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emulator-'))
  data = join(folder, 'data.json')
})

afterEach(async () => {
  await Promise.allSettled(opened.splice(0).map(({ close }) => close()))
  await rm(folder, { recursive: true, force: true })
})

const testUser = (count: number) => ({ emailAddress: `test${count}@example.com` })

const open = async (options: ListenOptions = {}) => {
  const listening = await listen({ data, clock: { now: () => start }, ...options })
  opened.push(listening)
  const post = (path: string, body: unknown) =>
    fetch(`${listening.url}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
  return { ...listening, post }
}

/** What an emulator that begins with this file, as it is now, knows. */
const kept = async () => {
  const copy = join(folder, 'copy.json')
  await copyFile(data, copy)
  const { emulator, close } = await listen({ data: copy, clock: { now: () => start } })
  await close()
  await rm(copy)
  return emulator.export()
}

describe('a data file', () => {
  test('has every change by the time it is answered, and gives it back', async () => {
    const { post, url, emulator, close } = await open()
    expect((await kept()).tables.users).toEqual([])
    await post('/__emulator/users', jane)
    expect((await kept()).tables.users).toHaveLength(1)
    const body = new URLSearchParams({ identifier: jane.emailAddress, password: jane.password })
    await fetch(`${url}/v1/client/sign_ins`, { method: 'POST', body })
    expect((await kept()).tables.sessions).toMatchObject([{ status: 'active' }])
    expect(JSON.stringify(await kept())).toBe(JSON.stringify(emulator.export()))
    await close()
    const again = await open()
    expect(JSON.stringify(again.emulator.export())).toBe(JSON.stringify(emulator.export()))
  })

  test('has what was done before its answer got lost', async () => {
    const { url, emulator } = await open()
    emulator.users.create(jane)
    emulator.faults.add({ kind: 'drop', when: 'after-effect', path: '/v1/client/sign_ins' })
    const body = new URLSearchParams({ identifier: jane.emailAddress, password: jane.password })
    await expect(fetch(`${url}/v1/client/sign_ins`, { method: 'POST', body })).rejects.toThrow(
      TypeError,
    )
    expect((await kept()).tables.sessions).toHaveLength(1)
  })

  test('is written only for a change, as one file, for this user only', async () => {
    const { url, post } = await open()
    const lines = async () => (await readFile(data, 'utf8')).split('\n').length - 1
    const agent = new URLSearchParams({ identifier: jane.emailAddress, password: jane.password })
    await post('/__emulator/users', jane)
    expect(await lines()).toBe(2)
    const { headers } = await fetch(`${url}/v1/client/sign_ins`, { method: 'POST', body: agent })
    expect(await lines()).toBe(3)
    const cookie = headers
      .getSetCookie()
      .map(each => each.split(';')[0])
      .join('; ')
    for (const path of ['/v1/client', '/v1/environment', '/v1/me', '/__emulator/users', '/'])
      expect((await fetch(`${url}${path}`, { headers: { cookie } })).status).toBe(200)
    expect(await lines()).toBe(3)
    expect((await stat(data)).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['data.json', 'data.json.lock'])
  })

  test('is one export again after close, and when its lines have outgrown it', async () => {
    const { post, close, emulator } = await open()
    const { id } = emulator.users.create(jane)
    const sizes: number[] = []
    for (let count = 0; count < 40; count++) {
      emulator.users.update(id, { publicMetadata: { text: String(count).repeat(50_000) } })
      await post('/__emulator/users', testUser(count))
      sizes.push((await stat(data)).size)
    }
    expect(sizes.some((size, index) => size < (sizes[index - 1] ?? 0))).toBe(true)
    expect(JSON.stringify(await kept())).toBe(JSON.stringify(emulator.export()))
    await close()
    expect(JSON.stringify(JSON.parse(await readFile(data, 'utf8')))).toBe(
      JSON.stringify(emulator.export()),
    )
  })

  test('a line that was cut off is one that nobody was told of; another damaged line is damage', async () => {
    const { post, close } = await open()
    await post('/__emulator/users', jane)
    const before = await readFile(data, 'utf8')
    await post('/__emulator/users', joe)
    const after = await readFile(data, 'utf8')
    await close()
    for (const length of [before.length, before.length + 1, after.length - 1]) {
      await writeFile(data, after.slice(0, length))
      expect((await kept()).tables.users).toHaveLength(1)
    }
    for (const text of [
      `${after.slice(0, -2)}\n`,
      `${after}{}\n`,
      after.replace('"users":', '"people":').replace('"set":', '"put":'),
    ]) {
      await writeFile(data, text)
      await expect(listen({ data })).rejects.toThrow(/is damaged and was left as it is/)
      expect(await readFile(data, 'utf8')).toBe(text)
    }
  })

  test.each([
    ['cut short', () => truncate(data, 100)],
    ['added to', () => appendFile(data, '{"half of a ')],
    ['taken away', () => rm(data)],
  ])('that somebody has %s is written as a whole with the next change', async (_, harm) => {
    const { post, emulator } = await open()
    await post('/__emulator/users', jane)
    await harm()
    await post('/__emulator/users', joe)
    expect(JSON.stringify(await kept())).toBe(JSON.stringify(emulator.export()))
  })

  test('whatever happened: the file leads to what the emulator knows, after every answer', async () => {
    const { emulator, url } = await open()
    await assert(
      asyncProperty(someDeeds, async chosen => {
        emulator.reset()
        for (const name of chosen) {
          await deeds[name](emulator)
          // a deed may have added a fault
          await fetch(`${url}/v1/environment`).catch(() => undefined)
          expect(JSON.stringify(await kept())).toBe(JSON.stringify(emulator.export()))
        }
      }),
      { numRuns: 10 },
    )
  })

  test('may be called by another name: what that leads to is written, and the name stays', async () => {
    const real = join(folder, 'real.json')
    await (await open()).close()
    await rename(data, real)
    await symlink(real, data)
    const { post, close } = await open()
    await post('/__emulator/users', jane)
    await close()
    expect((await lstat(data)).isSymbolicLink()).toBe(true)
    expect(JSON.parse(await readFile(real, 'utf8')).tables.users).toHaveLength(1)
  })

  test('a reset and an import are kept', async () => {
    const { post, emulator } = await open({ initial: { users: [jane] } })
    const exported = emulator.export()
    await post('/__emulator/reset', {})
    expect(JSON.stringify(await kept())).toBe(JSON.stringify(emulator.export()))
    expect(emulator.users.list()).toEqual([])
    await post('/__emulator/import', exported)
    expect(JSON.stringify(await kept())).toBe(JSON.stringify(exported))
  })

  test('what could not be written is written with the next change', async () => {
    const { post, emulator } = await open()
    await post('/__emulator/users', jane)
    await rm(folder, { recursive: true })
    expect((await post('/__emulator/users', joe)).status).toBe(500)
    await mkdir(folder)
    await post('/__emulator/users', testUser(1))
    expect(JSON.stringify(await kept())).toBe(JSON.stringify(emulator.export()))
  })

  test('many changes at once are all there', async () => {
    const { post } = await open()
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, count) =>
        post('/__emulator/users', { emailAddress: `user${count}@example.com` }),
      ),
    )
    expect(answers.every(({ ok }) => ok)).toBe(true)
    // without the export, and the end
    const lines = (await readFile(data, 'utf8')).split('\n').length - 2
    expect(lines).toBeLessThan(50) // those who waited at a time shared one
    expect((await kept()).tables.users).toHaveLength(50)
  })

  test('a change that cannot be saved is not acknowledged', async () => {
    const { post } = await open()
    await rm(folder, { recursive: true })
    const answer = await post('/__emulator/users', jane)
    expect(answer.status).toBe(500)
    expect(await answer.json()).toMatchObject({
      errors: [
        { code: 'emulator_data_not_saved', message: expect.stringMatching(/cannot be written/) },
      ],
    })
  })

  test('close saves what was changed by methods', async () => {
    const { emulator, close } = await open()
    emulator.users.create(joe)
    await close()
    expect(JSON.parse(await readFile(data, 'utf8')).tables.users).toHaveLength(1)
  })

  test('an initial seed is for a new one; a wrong seed lets go of the port', async () => {
    const first = await open({ initial: { users: [jane] } })
    await first.close()
    expect((await open({ initial: { users: [joe] } })).emulator.users.list()).toMatchObject([
      { emailAddress: jane.emailAddress },
    ])
    const { port, close } = await listen()
    await close()
    await expect(listen({ port, initial: { users: [jane, jane] } })).rejects.toThrow(
      /users\.1\.emailAddress/,
    )
    opened.push(await listen({ port }))
  })

  test('serves an emulator that exists with what was kept', async () => {
    await (await open({ initial: { users: [jane] } })).close()
    const emulator = createEmulator()
    await open({ emulator })
    expect(emulator.users.list()).toMatchObject([{ emailAddress: jane.emailAddress }])
  })
})
