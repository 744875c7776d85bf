import { spawn } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { consumerAt } from '../support/consumer.ts'
import { workspace } from '../support/workspace.ts'

// What the Dockerfile says, done in folders: there need not be Docker here.

interface Step {
  readonly name: string
  readonly text: string
}

const stepsIn = (dockerfile: string): readonly Step[] =>
  dockerfile
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .flatMap(line => {
      const [, name, text] = /^([A-Z]+) (.+)$/.exec(line) ?? []
      return name && text ? [{ name, text }] : []
    })

const steps = stepsIn(await readFile(join(workspace, 'packages/emulator/Dockerfile'), 'utf8'))
const textsOf = (name: string) => steps.flatMap(step => (step.name === name ? step.text : []))
const lists = (text = '') => JSON.parse(text.slice(text.indexOf('['))) as string[] // as: its form

let image = ''
const second = () => join(image, 'second')

beforeAll(async () => {
  image = await mkdtemp(join(tmpdir(), 'clientele-image-'))
  const first = join(image, 'first')
  await Promise.all([mkdir(first), mkdir(second())])
  await copyFile(
    join(inject('packed'), 'emulator.tgz'),
    join(first, 'clientele-emulator-1.0.0.tgz'),
  )
}, 120_000)

afterAll(() => rm(image, { recursive: true }))

it('installs what it copies, and copies what it has installed', async () => {
  const first = consumerAt(join(image, 'first'))
  const [tarball = '', modules = ''] = textsOf('COPY')
  const pattern = new RegExp(`^${tarball.replace(' ./', '').replace('*', '.+')}$`)
  expect((await readdir(first.folder)).filter(name => pattern.test(name))).toHaveLength(1)
  const [install = '', data = ''] = textsOf('RUN')
  await first.run('sh', ['-c', `${install} --prefer-offline`])
  expect(modules).toMatch(/^--from=install \/emulator\/node_modules \.\/node_modules$/)
  await consumerAt(second()).run('cp', ['-r', join(first.folder, 'node_modules'), '.'])
  expect(data).toBe(`mkdir ${textsOf('VOLUME')[0]} && chown node:node ${textsOf('VOLUME')[0]}`)
  expect(textsOf('USER')).toEqual(['node'])
})

it('answers its health check while it runs, and no longer', async () => {
  const [command = '', ...args] = lists(textsOf('ENTRYPOINT')[0])
  const [, ...check] = lists(textsOf('HEALTHCHECK')[0])
  const child = spawn(command, [...args, '--port', '0'], { cwd: second(), stdio: 'pipe' })
  const [url = ''] = await new Promise<string[]>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', text => {
      said += text
      const found = /http:\S+/.exec(said)
      if (found) resolve([...found])
    })
    child.once('exit', code => reject(new Error(`It ended with ${code}: ${said}`)))
  })
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:/)
  const health = () => consumerAt(second()).run(process.execPath, [...check, `${url}/health`])
  expect(await health()).toContain('answers')
  const ended = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  await expect(health()).rejects.toThrow(/did not answer in time/)
})
