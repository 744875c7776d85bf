import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { appendFile, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { listen } from '@clientele/emulator/node'
import { build } from 'tsup'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { jane } from './support/browser.ts'

const source = fileURLToPath(new URL('../src/node/data/lock.ts', import.meta.url))
let built = ''
let folder = ''
let data = ''
const children: ChildProcess[] = []
const opened: { close(): Promise<void> }[] = []

beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'emulator-lock-'))
  const place = { entry: [source], outDir: built, outExtension: () => ({ js: '.mjs' }) }
  await build({ config: false, silent: true, format: 'esm', platform: 'node', ...place })
})

afterAll(() => rm(built, { recursive: true, force: true }))

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emulator-'))
  data = join(folder, 'data.json')
})

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await Promise.allSettled(opened.splice(0).map(({ close }) => close()))
  await rm(folder, { recursive: true, force: true })
})

const open = async (path = data) => {
  const listening = await listen({ data: path })
  opened.push(listening)
  return listening
}

/** A process that asks for the lock, says what it got, and does as it is told. */
const another = async () => {
  const program = `
    const { takeLock } = await import(${JSON.stringify(pathToFileURL(join(built, 'lock.mjs')).href)})
    const taken = await takeLock(${JSON.stringify(`${data}.lock`)})
    process.on('message', () => process.exit(0))
    process.send(typeof taken)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  children.push(child)
  const [taken] = await once(child, 'message')
  const ended = once(child, 'exit')
  return { child, ended, hasIt: taken === 'function' }
}

const busy = { code: 'EBUSY' }

describe('a data file', () => {
  test('is of one emulator at a time, also in one process', async () => {
    const first = await open()
    first.emulator.users.create(jane)
    const refused = listen({ data })
    await expect(refused).rejects.toMatchObject(busy)
    await expect(refused).rejects.toThrow(
      `The data file ${data} is in use: another emulator, of this process, has it.`,
    )
    await first.close()
    expect(await readdir(folder)).toEqual(['data.json'])
    expect((await open()).emulator.users.list()).toHaveLength(1)
  })

  test('is the same file under each of its names', async () => {
    await (await open()).close()
    await symlink(data, join(folder, 'link.json'))
    await open()
    await expect(listen({ data: join(folder, 'link.json') })).rejects.toMatchObject(busy)
  })

  test('of another process is refused with its id; a process that ends gives it back', async () => {
    const { child, ended } = await another()
    const refused = listen({ data })
    await expect(refused).rejects.toMatchObject(busy)
    await expect(refused).rejects.toThrow(
      `The data file ${data} is in use: another emulator, of the process ${child.pid}, has it.`,
    )
    child.send('end')
    await ended
    expect(await readdir(folder)).toEqual([])
    await open()
    expect((await another()).hasIt).toBe(false)
  })

  test('of a process that was killed is free, also for who was refused before', async () => {
    const { child, ended } = await another()
    await expect(listen({ data })).rejects.toMatchObject(busy)
    child.kill('SIGKILL')
    await ended
    expect(await readdir(folder)).toEqual(['data.json.lock'])
    await appendFile(`${data}.lock`, '12345 and it was cut off')
    await (await open()).close()
    expect(await readdir(folder)).toEqual(['data.json'])
  })

  // Other systems do not tell when a process began.
  test.runIf(existsSync('/proc/self/stat'))(
    'of a process whose id another has by now is free',
    async () => {
      await writeFile(`${data}.lock`, `\n${process.pid} 1 another-life\n`)
      await open()
    },
  )

  test('is for one of many that ask at once, when the last one was killed', async () => {
    await writeFile(`${data}.lock`, '\n999999999 1 killed\n')
    const asked = await Promise.allSettled(Array.from({ length: 20 }, () => open()))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    // who was refused is not in the way
    await Promise.all(opened.splice(0).map(({ close }) => close()))
    await open()
  })

  test('is given back when nothing came of it', async () => {
    const { port } = await open(join(folder, 'other.json'))
    await expect(listen({ data, port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await expect(listen({ data, requestTimeout: 0 })).rejects.toThrow(TypeError)
    await expect(listen({ data, initial: { users: [jane, jane] } })).rejects.toThrow(TypeError)
    await writeFile(data, 'damaged')
    await expect(listen({ data })).rejects.toThrow(/is damaged/)
    await rm(data)
    await open()
  })

  test('is not written any more by one that was closed before', async () => {
    const first = await open()
    await first.close()
    const second = await open()
    second.emulator.users.create(jane)
    await second.close()
    const text = await readFile(data, 'utf8')
    first.emulator.reset()
    await first.close()
    expect(await readFile(data, 'utf8')).toBe(text)
  })

  test('that cannot be made is one clear line', async () => {
    const nowhere = join(folder, 'nowhere', 'data.json')
    await expect(listen({ data: nowhere })).rejects.toThrow(
      `The data file ${nowhere} cannot be written: ENOENT`,
    )
  })
})
