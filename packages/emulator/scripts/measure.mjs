import { execFile, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { cpus, loadavg, tmpdir, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createEmulator } from '../dist/index.js'
import { listen } from '../dist/node.js'

// Measures the built package and prints a table: `pnpm --filter @clientele/emulator measure`.

const here = path => fileURLToPath(new URL(path, import.meta.url))
const jane = { emailAddress: 'jane@example.com', password: 'correct horse' }
const median = values => [...values].sort((a, b) => a - b)[values.length >> 1]
const rows = []
const row = (what, figure) => rows.push(`| ${what} | ${figure} |`)
const whole = number => Math.round(number).toLocaleString('en')

const startOnce = async () => {
  const begin = performance.now()
  const child = spawn(process.execPath, [here('../dist/bin.js'), '--port', '0'])
  await new Promise(resolve => child.stdout.on('data', text => /Address/.test(text) && resolve()))
  const took = performance.now() - begin
  child.kill('SIGTERM')
  await new Promise(resolve => child.once('exit', resolve))
  return took
}

const measureStart = async () => {
  const took = []
  for (let count = 0; count < 10; count++) took.push(await startOnce())
  row('Start of the command until it listens (median of 10)', `${whole(median(took))} ms`)
}

/** Requests per second: as many as get done in two seconds, so many at a time. */
const rate = async (ask, atATime) => {
  for (let count = 0; count < 50; count++) await ask()
  const end = performance.now() + 2000
  let done = 0
  const work = async () => {
    for (; performance.now() < end; done++) await ask()
  }
  await Promise.all(Array.from({ length: atATime }, work))
  return `${whole(done / 2)} /s`
}

const post = fields => ({ method: 'POST', body: new URLSearchParams(fields) })

const measureInProcess = async () => {
  const emulator = createEmulator()
  emulator.users.create(jane)
  const { fetch } = emulator.agent()
  const signedIn = await (
    await fetch(
      '/v1/client/sign_ins',
      post({ identifier: jane.emailAddress, password: jane.password }),
    )
  ).json()
  const tokens = `/v1/client/sessions/${signedIn.response.created_session_id}/tokens`
  row(
    'Reads of a client with a session, in-process',
    await rate(async () => (await fetch('/v1/client')).text(), 1),
  )
  row(
    'Tokens (RS256), in-process',
    await rate(async () => (await fetch(tokens, post({}))).text(), 1),
  )
  const begin = async () =>
    (await emulator.fetch('/v1/client/sign_ins', post({ identifier: jane.emailAddress }))).text()
  row('Sign-ins begun by new clients, in-process', await rate(begin, 1))
}

const measureSocket = async () => {
  const { emulator, port, close } = await listen()
  emulator.users.create(jane)
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const send = (method, path, headers, body) =>
    new Promise((resolve, reject) => {
      const asked = request({ port, method, path, headers, agent }, answer => {
        answer.resume()
        answer.once('end', () => resolve(answer))
      })
      asked.once('error', reject)
      asked.end(body)
    })
  const body = new URLSearchParams({
    identifier: jane.emailAddress,
    password: jane.password,
  }).toString()
  const { headers } = await send(
    'POST',
    '/v1/client/sign_ins',
    { 'content-type': 'application/x-www-form-urlencoded' },
    body,
  )
  const cookie = headers['set-cookie'].map(each => each.split(';')[0]).join('; ')
  const read = () => send('GET', '/v1/client', { cookie })
  row('The same reads at a socket, one at a time', await rate(read, 1))
  row('The same reads at a socket, sixteen at a time', await rate(read, 16))
  agent.destroy()
  await close()
}

const measureMemory = async () => {
  for (const users of [0, 1_000, 10_000]) {
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--expose-gc',
      here('memory.mjs'),
      String(users),
    ])
    const { rss, heapUsed } = JSON.parse(stdout)
    const mb = bytes => `${(bytes / 1e6).toFixed(1)} MB`
    row(
      `Memory with ${whole(users)} users (heap, and the whole process)`,
      `${mb(heapUsed)}, ${mb(rss)}`,
    )
  }
}

const measureData = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'emulator-'))
  const { emulator, url, close } = await listen({ data: join(folder, 'data.json') })
  for (let index = 0; index < 10_000; index++)
    emulator.users.create({ emailAddress: `user${index}@example.com` })
  const change = async count => {
    const begin = performance.now()
    const body = JSON.stringify({ emailAddress: `new${count}@example.com` })
    const headers = { 'content-type': 'application/json' }
    await (await fetch(`${url}/__emulator/users`, { method: 'POST', headers, body })).text()
    return performance.now() - begin
  }
  const took = []
  await change('first')
  for (let count = 0; count < 100; count++) took.push(await change(count))
  row('A change with 10,000 users and a data file (median of 100)', `${median(took).toFixed(1)} ms`)
  await close()
  await rm(folder, { recursive: true })
}

const load = loadavg()[0].toFixed(1) // what else the machine was doing
for (const measure of [measureStart, measureInProcess, measureSocket, measureMemory, measureData])
  await measure()
const { version } = JSON.parse(await readFile(here('../package.json'), 'utf8'))
const machine =
  `${cpus().length} × ${cpus()[0].model.trim()}, ${whole(totalmem() / 1e9)} GB, ${type()}, ` +
  `load ${load}`
process.stdout.write(
  `${machine}; Node ${process.versions.node}; @clientele/emulator ${version}\n\n`,
)
process.stdout.write(`| What | Figure |\n|---|---|\n${rows.join('\n')}\n`)
