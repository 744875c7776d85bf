import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Listening, listen } from '@clientele/emulator/node'
import { afterAll, beforeAll, expect, test } from 'vitest'

let root = ''
let listening: Listening

const put = async (path: string, text: string) => {
  const file = join(root, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'application-')))
  const clerk = 'store/clerk-js'
  await put(`${clerk}/package.json`, '{ "version": "6.40.0" }')
  await put(`${clerk}/dist/clerk.browser.js`, 'script')
  await put(`${clerk}/dist/a b.css`, 'style')
  await put('secret.txt', 'secret')
  await put('node_modules/other/index.js', 'other')
  await mkdir(join(root, 'node_modules/@clerk'), { recursive: true })
  await symlink(join(root, clerk), join(root, 'node_modules/@clerk/clerk-js'))
  await symlink(join(root, 'secret.txt'), join(root, `${clerk}/dist/link.js`))
  await mkdir(join(root, 'apps/web'), { recursive: true })
  listening = await listen({ root: join(root, 'apps/web'), pathPrefix: '/__clerk' })
})
afterAll(async () => {
  await listening?.close()
  await rm(root, { recursive: true })
})

/** The status and body for a path just as it is written, which `fetch` would tidy up. */
const askRaw = (path: string): Promise<string> =>
  new Promise(resolve => {
    let text = ''
    const socket = connect(listening.port, '127.0.0.1', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`),
    )
    socket.on('data', chunk => {
      text += chunk
    })
    socket.on('close', () => resolve(text))
  })

test.each([
  ['/npm/@clerk/clerk-js@6/dist/clerk.browser.js', 'script', 'text/javascript; charset=utf-8'],
  ['/npm/@clerk/clerk-js@6.39.1/dist/clerk.browser.js?x=1', 'script', 'text/javascript'],
  ['/npm/@clerk/clerk-js@canary/dist/clerk.browser.js', 'script', 'text/javascript'],
  ['/__clerk/npm/@clerk/clerk-js@6/dist/a%20b.css', 'style', 'text/css'],
])('%s comes out of node_modules, for any page', async (path, text, type) => {
  const { status, headers, ...answer } = await fetch(`${listening.url}${path}`).then(
    async response => ({
      ...response,
      status: response.status,
      headers: response.headers,
      text: await response.text(),
    }),
  )
  expect([status, answer.text, headers.get('access-control-allow-origin')]).toEqual([
    200,
    text,
    '*',
  ])
  expect(headers.get('content-type')).toContain(type)
})

test.each([
  ['/npm/@clerk/ui@1/dist/ui.browser.js', /npm install --save-dev @clerk\/ui@1$/],
  ['/npm/@clerk/clerk-js@5/dist/clerk.browser.js', /6\.40\.0 is installed.*@clerk\/clerk-js@5$/],
  ['/npm/@clerk/clerk-js@60/dist/clerk.browser.js', /6\.40\.0 is installed/],
  ['/npm/@clerk/clerk-js@6/dist/none.js', /has no file dist\/none\.js\.$/],
  ['/npm/@clerk/clerk-js@6/dist', /has no file dist\.$/],
  ['/npm/other@1/index.js', /Only files of packages of @clerk/],
])('%s says what is missing', async (path, message) => {
  const answer = await fetch(`${listening.url}${path}`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    404,
    'text/plain; charset=utf-8',
  ])
  expect((await answer.text()).trim()).toMatch(message)
})

test.each([
  '/npm/@clerk/clerk-js@6/../../../secret.txt',
  '/npm/@clerk/clerk-js@6/%2e%2e/%2e%2e/secret.txt',
  '/npm/@clerk/clerk-js@6/..%2f..%2fsecret.txt',
  '/npm/@clerk/clerk-js@6/dist/..%2f..%2f..%2fsecret.txt',
  '/npm/@clerk/clerk-js@6/dist/..%5c..%5c..%5csecret.txt',
  '/npm/@clerk/clerk-js@6//../../secret.txt',
  '/npm/@clerk/clerk-js@6/dist/link.js',
  '/npm/@clerk/clerk-js@6/%00',
  '/npm/@clerk/clerk-js@6/%zz',
  '/npm/@clerk/..@6/other/index.js',
  '/npm/@clerk/..%2fother@6/index.js',
])('nothing outside of the package: %s', async path => {
  const answer = await askRaw(path)
  expect(answer).toMatch(/^HTTP\/1\.1 404 /)
  expect(answer).not.toMatch(/secret\n|\r\n\r\n(\w+\r\n)?(secret|other)/)
})

test('a browser that has a file is told so', async () => {
  const url = `${listening.url}/npm/@clerk/clerk-js@6/dist/clerk.browser.js`
  const tag = (await fetch(url)).headers.get('etag') ?? ''
  const again = await fetch(url, { headers: { 'If-None-Match': tag } })
  expect([again.status, await again.text()]).toEqual([304, ''])
  expect((await fetch(url, { headers: { 'If-None-Match': 'W/"other"' } })).status).toBe(200)
})

test('only over a socket', async () => {
  const path = '/npm/@clerk/clerk-js@6/dist/clerk.browser.js'
  expect((await listening.emulator.fetch(path)).status).toBe(404)
})
