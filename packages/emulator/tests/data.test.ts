import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEmulator } from '@clientele/emulator'
import { type Listening, type ListenOptions, listen } from '@clientele/emulator/node'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { jane, joe, start } from './support/browser.ts'

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

const kept = async () => JSON.parse(await readFile(data, 'utf8'))

describe('a data file', () => {
  test('has every change by the time it is answered, and gives it back', async () => {
    const { post, url, emulator, close } = await open()
    expect((await kept()).tables.users).toEqual([])
    await post('/__emulator/users', jane)
    expect((await kept()).tables.users).toHaveLength(1)
    const body = new URLSearchParams({ identifier: jane.emailAddress, password: jane.password })
    await fetch(`${url}/v1/client/sign_ins`, { method: 'POST', body })
    expect((await kept()).tables.sessions).toMatchObject([{ status: 'active' }])
    expect(await kept()).toEqual(JSON.parse(JSON.stringify(emulator.export())))
    await close()
    const again = await open()
    expect(JSON.stringify(again.emulator.export())).toBe(JSON.stringify(emulator.export()))
  })

  test('has what was done before its answer got lost', async () => {
    const { url, emulator } = await open()
    emulator.users.create(jane)
    emulator.faults.add({ kind: 'drop', when: 'after-effect', path: '/v1/client/sign_ins' })
    const body = new URLSearchParams({ identifier: jane.emailAddress, password: jane.password })
    await expect(fetch(`${url}/v1/client/sign_ins`, { method: 'POST', body })).rejects.toThrow(TypeError)
    expect((await kept()).tables.sessions).toHaveLength(1)
  })

  test('is written anew only for a change, as one file, for this user only', async () => {
    const { url, post } = await open()
    const before = await stat(data)
    await fetch(`${url}/v1/client`)
    expect((await stat(data)).ino).toBe(before.ino)
    await post('/__emulator/users', jane)
    const after = await stat(data)
    expect(after.ino).not.toBe(before.ino)
    expect(after.mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['data.json'])
  })

  test('many changes at once are all there', async () => {
    const { post } = await open()
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, count) => post('/__emulator/users', { emailAddress: `user${count}@example.com` })),
    )
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect((await kept()).tables.users).toHaveLength(50)
  })

  test('a change that cannot be saved is not acknowledged', async () => {
    const { post } = await open()
    await rm(folder, { recursive: true })
    const answer = await post('/__emulator/users', jane)
    expect(answer.status).toBe(500)
    expect(await answer.json()).toMatchObject({
      errors: [{ code: 'emulator_data_not_saved', message: expect.stringMatching(/cannot be written/) }],
    })
  })

  test('close saves what was changed by methods', async () => {
    const { emulator, close } = await open()
    emulator.users.create(joe)
    await close()
    expect((await kept()).tables.users).toHaveLength(1)
  })

  test('an initial seed is for a new one; a wrong seed lets go of the port', async () => {
    const first = await open({ initial: { users: [jane] } })
    await first.close()
    expect((await open({ initial: { users: [joe] } })).emulator.users.list()).toMatchObject([
      { emailAddress: jane.emailAddress },
    ])
    const { port, close } = await listen()
    await close()
    await expect(listen({ port, initial: { users: [jane, jane] } })).rejects.toThrow(/users\.1\.emailAddress/)
    opened.push(await listen({ port }))
  })

  test('serves an emulator that exists with what was kept', async () => {
    await (await open({ initial: { users: [jane] } })).close()
    const emulator = createEmulator()
    await open({ emulator })
    expect(emulator.users.list()).toMatchObject([{ emailAddress: jane.emailAddress }])
  })
})
