import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn, jane, joe, start } from './support/browser.ts'
import { createRemote } from './support/control.ts'

const withRemote = (options = {}) => {
  const emulator = createFrozen(options)
  return { emulator, remote: createRemote(emulator) }
}

test('it says what it is, in every answer, and nothing is cached', async () => {
  const { emulator, remote } = withRemote()
  const { body } = await remote('GET', '')
  const { publishableKey, jwtKey, host } = emulator
  expect(body).toMatchObject({ publishableKey, jwtKey, host })
  expect(body.notice).toMatch(/emulator.*development and tests only/)
  for (const path of ['/users', '/nonsense', '/users/nobody']) {
    const { headers } = await remote('GET', path)
    expect(headers.get('x-emulator')).toMatch(/emulator/)
    expect(headers.get('cache-control')).toBe('no-store')
    expect([...headers.keys()].filter(name => name.startsWith('access-control'))).toEqual([])
  }
})

test('users', async () => {
  const { emulator, remote } = withRemote()
  const made = await remote('POST', '/users', {
    ...jane,
    totpSecret: 'JBSWY3DPEHPK3PXP',
    locked: true,
  })
  expect(made).toMatchObject({ status: 201, body: { emailAddress: jane.emailAddress } })
  const { id } = made.body
  expect((await remote('GET', '/users')).body).toEqual(
    JSON.parse(JSON.stringify(emulator.users.list())),
  )
  expect((await remote('GET', `/users/${encodeURIComponent(jane.emailAddress)}`)).body.id).toBe(id)
  expect((await remote('PATCH', `/users/${id}`, { firstName: 'Jane' })).body.firstName).toBe('Jane')
  expect((await remote('GET', `/users/${id}/totp`)).body).toEqual({
    code: emulator.users.totpCode(id),
  })
  expect(made.body.lockedUntil).toBeGreaterThan(start)
  expect((await remote('POST', `/users/${id}/unlock`)).body.lockedUntil).toBeNull()
  expect((await remote('DELETE', `/users/${id}`)).status).toBe(204)
  expect(emulator.users.list()).toEqual([])
})

test('sessions say whose they are when they are asked to', async () => {
  const { emulator, remote } = withRemote()
  const { id } = emulator.users.create({ ...jane, firstName: 'Jane' })
  const { id: sessionId } = emulator.sessions.create({ userId: id })
  const { body } = await remote('GET', '/sessions?withUser=true')
  expect(body).toEqual([
    {
      ...JSON.parse(JSON.stringify(emulator.sessions.list()[0])),
      user: {
        ...{ id, emailAddress: jane.emailAddress, username: null, phoneNumber: null },
        ...{ firstName: 'Jane', lastName: null },
      },
    },
  ])
  expect((await remote('GET', '/sessions')).body).toEqual([
    expect.not.objectContaining({ user: expect.anything() }),
  ])
  expect(sessionId).toBe(body[0].id)
})

test('sessions and clients', async () => {
  const { emulator, remote } = withRemote()
  const { ids } = await createSignedIn(emulator, [jane, joe])
  expect((await remote('GET', '/sessions')).body.map(({ id }: { id: string }) => id)).toEqual(ids)
  expect((await remote('POST', `/sessions/${ids[0]}/revoke`)).body.status).toBe('revoked')
  expect(
    (await remote('POST', `/sessions/${ids[1]}/tasks`, { tasks: ['choose-organization'] })).body
      .status,
  ).toBe('pending')
  expect((await remote('POST', `/sessions/${ids[1]}/expire`)).body.status).toBe('expired')
  const [client] = (await remote('GET', '/clients')).body
  expect(client.sessionIds).toEqual(ids)
  expect((await remote('POST', `/clients/${client.id}/rotate`)).body.rotatingTokenNonce).toMatch(
    /^\w{32}$/,
  )
})

describe('inbox', () => {
  const fields = {
    identifier: jane.emailAddress,
    strategy: 'email_link',
    redirect_url: 'https://app.test/done',
  }

  test('lists, waits, opens a link and is cleared', async () => {
    const { emulator, remote } = withRemote()
    emulator.users.create(jane)
    const query = `to=${encodeURIComponent(jane.emailAddress)}&kind=email_link`
    const waiting = remote('GET', `/inbox/wait?${query}`)
    const { signIn, client } = createBrowser(emulator)
    await signIn(fields)
    const { body: message } = await waiting
    expect(message).toMatchObject({ to: jane.emailAddress, kind: 'email_link' })
    expect((await remote('GET', `/inbox/wait?${query}`)).body).toEqual(message)
    expect((await remote('GET', '/inbox?kind=email_code')).body).toEqual([])
    const opened = await remote('POST', `/inbox/${message.id}/open`)
    expect(opened.body).toMatchObject({
      status: 303,
      location: expect.stringMatching(/^https:\/\/app\.test\/done\?__clerk_status=verified/),
    })
    expect((await client()).body.response?.sessions).toMatchObject([{ status: 'active' }])
    expect((await remote('DELETE', '/inbox')).status).toBe(204)
    expect((await remote('GET', '/inbox')).body).toEqual([])
  })

  test('waiting ends in time, and keeps nobody waiting', async () => {
    const { remote } = withRemote()
    const waiting = remote('GET', '/inbox/wait?timeout=50')
    expect((await remote('GET', '/users')).status).toBe(200)
    const { status, body } = await waiting
    expect([status, body.errors[0].code]).toEqual([408, 'emulator_timeout'])
  })

  test.each([
    ['GET', '/inbox/wait?timeout=x', 422],
    ['GET', '/inbox/wait?timeout=300001', 422],
    ['POST', '/inbox/msg_x/open', 404],
  ])('%s %s is %i', async (method, path, status) => {
    expect((await withRemote().remote(method, path)).status).toBe(status)
  })

  test('a code cannot be opened', async () => {
    const { emulator, remote } = withRemote()
    emulator.users.create(jane)
    await createBrowser(emulator).signIn({ ...fields, strategy: 'email_code' })
    expect((await remote('POST', `/inbox/${emulator.inbox.latest()?.id}/open`)).status).toBe(422)
  })
})

test('clock', async () => {
  const { remote } = withRemote()
  expect((await remote('GET', '/clock')).body).toEqual({ now: start, frozen: false })
  expect((await remote('POST', '/clock/freeze')).body.frozen).toBe(true)
  expect((await remote('POST', '/clock/advance', { ms: 500 })).body).toEqual({
    now: start + 500,
    frozen: true,
  })
  expect((await remote('POST', '/clock/resume')).body.frozen).toBe(false)
  expect((await remote('POST', '/clock/set', { now: 1000 })).body.now).toBe(1000)
  expect((await remote('POST', '/clock/reset')).body.now).toBe(start)
  expect((await remote('POST', '/clock/advance', { ms: '8h' })).status).toBe(422)
})

test('faults, settings and requests', async () => {
  const { emulator, remote } = withRemote()
  const fault = { kind: 'status', status: 503, path: '/v1/client' }
  const { status, body } = await remote('POST', '/faults', fault)
  expect([status, body.fault]).toEqual([201, fault])
  expect((await emulator.fetch('/v1/client')).status).toBe(503)
  expect((await remote('GET', '/faults')).body).toMatchObject([{ id: body.id, met: 1 }])
  expect((await remote('DELETE', `/faults/${body.id}`)).status).toBe(204)
  expect((await remote('DELETE', `/faults/${body.id}`)).status).toBe(404)
  await remote('POST', '/faults', fault)
  await remote('DELETE', '/faults')
  expect(emulator.faults.list()).toEqual([])
  expect((await remote('PATCH', '/settings', { singleSession: true })).body.singleSession).toBe(
    true,
  )
  expect((await remote('GET', '/settings')).body).toEqual(emulator.settings.read())
  expect((await remote('GET', '/requests?path=/v1/*&status=503')).body).toMatchObject([
    { path: '/v1/client' },
  ])
  expect(
    (await remote('POST', '/requests/expect', { path: '/v1/client', count: 1 })).body,
  ).toHaveLength(1)
  const failed = await remote('POST', '/requests/expect', { path: '/v1/client', count: 2 })
  expect([failed.status, failed.body.errors[0].code]).toEqual([409, 'emulator_expectation_failed'])
  expect(emulator.requests).toHaveLength(1)
})

test('tickets and decisions at a provider', async () => {
  const { emulator, remote } = withRemote()
  const { ticket } = (await remote('POST', '/tickets', { emailAddress: joe.emailAddress })).body
  expect((await remote('POST', '/tickets/revoke', { ticket })).status).toBe(204)
  const { signIn, visit } = createBrowser(emulator)
  const away = async () => {
    const { body } = await signIn({ strategy: 'oauth_google', redirect_url: 'https://app.test/' })
    return body.response.first_factor_verification?.external_verification_redirect_url
  }
  const approved = await remote('POST', '/oauth/approve', {
    url: await away(),
    identity: { emailAddress: 'a@b.cd' },
  })
  expect((await visit(approved.body.url)).status).toBe(303)
  expect((await remote('POST', '/oauth/deny', { url: await away() })).body.url).toMatch(
    /error=access_denied/,
  )
  expect((await remote('POST', '/oauth/fail', { url: await away() })).body.url).toMatch(
    /error=server_error/,
  )
  expect((await remote('POST', '/oauth/approve', { url: 'x' })).status).toBe(422)
  expect(
    (await remote('POST', '/oauth/approve', { url: await away(), identity: { email: 1 } })).status,
  ).toBe(422)
  expect((await remote('POST', '/oauth/approve', { url: 'https://x.test/?state=y' })).status).toBe(
    403,
  )
})

test('export, import, seed and reset', async () => {
  const { emulator, remote } = withRemote()
  expect((await remote('POST', '/seed', { users: [jane] })).status).toBe(204)
  const { body } = await remote('GET', '/export')
  expect(JSON.stringify(body)).toBe(JSON.stringify(emulator.export()))
  expect((await remote('POST', '/reset')).status).toBe(204)
  expect(emulator.users.list()).toEqual([])
  expect((await remote('POST', '/import', body)).status).toBe(204)
  expect(emulator.users.list()).toHaveLength(1)
})

describe('bad input', () => {
  test.each([
    ['POST', '/users', { email: 'x' }, 422, 'emulator_input_invalid', 'email'],
    ['POST', '/seed', { users: [{ banned: 1 }] }, 422, 'emulator_input_invalid', 'users.0.banned'],
    ['POST', '/faults', { kind: 'latency', path: '*' }, 422, 'emulator_input_invalid', 'ms'],
    ['PATCH', '/settings', { tokenLifetime: -1 }, 422, 'emulator_input_invalid', 'tokenLifetime'],
    ['POST', '/import', {}, 422, 'emulator_input_invalid', 'format'],
    ['POST', '/users', '{"a":', 400, 'emulator_body_invalid', undefined],
    ['POST', '/users', '[]', 400, 'emulator_body_invalid', undefined],
    ['POST', '/sessions/x/tasks', { tasks: 'x' }, 422, 'emulator_input_invalid', undefined],
    ['POST', '/sessions/x/revoke', undefined, 404, 'emulator_not_found', undefined],
    ['PATCH', '/users/x', {}, 404, 'emulator_not_found', undefined],
    ['GET', '/nonsense', undefined, 404, 'emulator_not_found', undefined],
    ['PUT', '/users', {}, 405, 'method_not_allowed', undefined],
    ['GET', '/requests?path=x', undefined, 422, 'emulator_input_invalid', 'path'],
  ])('%s %s %j is %i %s', async (method, path, given, status, code, param) => {
    const answer = await withRemote().remote(method, path, given)
    expect([
      answer.status,
      answer.body.errors[0].code,
      answer.body.errors[0].meta.param_name,
    ]).toEqual([status, code, param])
    expect(answer.body.errors[0].message).toMatch(/\w/)
  })

  test('a body has to be said to be JSON', async () => {
    const { remote, emulator } = withRemote()
    expect((await remote('POST', '/users', '{}', { 'Content-Type': 'text/plain' })).status).toBe(
      415,
    )
    expect(emulator.users.list()).toEqual([])
  })
})

describe('a page of another origin', () => {
  test.each(['https://evil.test', 'null'])('%s changes nothing', async origin => {
    const { remote, emulator } = withRemote()
    emulator.users.create(jane)
    for (const [method, path] of [
      ['POST', '/reset'],
      ['DELETE', '/inbox'],
      ['PATCH', '/settings'],
    ] as const) {
      const { status, body } = await remote(method, path, undefined, { Origin: origin })
      expect([status, body.errors[0].code]).toEqual([403, 'emulator_origin_refused'])
    }
    expect(emulator.users.list()).toHaveLength(1)
    expect((await remote('OPTIONS', '/users', undefined, { Origin: origin })).status).toBe(403)
  })

  test.each(['http://localhost:5173', 'http://127.0.0.1:3000', 'http://[::1]:3000'])(
    '%s, of this machine, may read and change',
    async origin => {
      const { remote, emulator } = withRemote()
      const asked = {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type',
      }
      const preflight = await emulator.fetch('/__emulator/users', {
        method: 'OPTIONS',
        headers: asked,
      })
      expect(preflight.status).toBe(204)
      expect(preflight.headers.get('access-control-allow-headers')).toBe('Content-Type')
      const { status } = await remote('POST', '/users', jane, { Origin: origin })
      expect(status).toBe(201)
      const read = await emulator.fetch('/__emulator/users', { headers: { Origin: origin } })
      expect(read.headers.get('access-control-allow-origin')).toBe(origin)
    },
  )

  test('what looks like this machine and is not reads nothing', async () => {
    const { emulator } = withRemote()
    for (const origin of ['https://localhost.evil.test', 'https://127.0.0.1.evil.test']) {
      const read = await emulator.fetch('/__emulator/users', { headers: { Origin: origin } })
      expect(read.headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  test("the emulator's own pages may", async () => {
    const { remote, emulator } = withRemote()
    const { status } = await remote('POST', '/users', jane, { Origin: `https://${emulator.host}` })
    expect(status).toBe(201)
  })
})

test('it stands behind a path prefix too', async () => {
  const { emulator } = withRemote({ pathPrefix: '/__clerk' })
  expect((await emulator.fetch('/__clerk/__emulator/users')).status).toBe(200)
})

test.each([
  ['http://127.0.0.1:4700', 200],
  ['http://localhost:4700', 200],
  ['http://app.localhost:4700', 200],
  ['http://emulator:4700', 200],
  ['http://evil.test:4700', 403],
  ['http://localhost.evil.test:4700', 403],
])('whose name leads here by its own choice is not let in: %s is %i', async (origin, status) => {
  const { emulator } = withRemote()
  expect((await emulator.fetch(`${origin}/__emulator/users`)).status).toBe(status)
})
