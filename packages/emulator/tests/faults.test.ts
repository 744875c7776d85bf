import type { Emulator, Fault } from '@clientele/emulator'
import { describe, expect, test } from 'vitest'
import {
  createBrowser,
  createFrozen,
  createSignedIn,
  jane,
  start,
  whenTurnsAreTaken,
} from './support/browser.ts'

/** Whether what was asked of an emulator has ended by now, or is held up. */
const hasEnded = async (emulator: Emulator, promise: Promise<unknown>): Promise<boolean> => {
  let ended = false
  const end = () => {
    ended = true
  }
  promise.then(end, end)
  await whenTurnsAreTaken(emulator)
  return ended
}

const withFault = async (fault: Fault) => {
  const emulator = createFrozen()
  const browser = await createSignedIn(emulator)
  return { emulator, ...browser, undo: emulator.faults.add(fault) }
}

describe('latency', () => {
  test('a request arrives late by the clock of the emulator, and others overtake it', async () => {
    const { emulator, client, session, id } = await withFault({
      kind: 'latency',
      ms: 5000,
      path: '/v1/client',
    })
    const late = client()
    expect(await hasEnded(emulator, late)).toBe(false)
    emulator.clock.advance(4999)
    expect((await session('touch', id)).status).toBe(200)
    emulator.sessions.revoke(id)
    expect(await hasEnded(emulator, late)).toBe(false)
    emulator.clock.advance(1)
    expect((await late).body.response?.sessions).toMatchObject([{ status: 'revoked' }])
  })

  test('an answer comes late, and says what was true when it was given', async () => {
    const fault = { kind: 'latency', ms: 5000, before: 'answer', path: '/v1/client' } as const
    const { emulator, client, session, id } = await withFault(fault)
    const late = client()
    expect(await hasEnded(emulator, late)).toBe(false)
    await session('end', id)
    emulator.clock.advance(5000)
    expect((await late).body.response?.sessions).toHaveLength(1)
  })

  test('a port that schedules ends it by itself; a frozen clock does not', async () => {
    const scheduled: { callback: () => void; ms: number }[] = []
    let time = start
    const schedule = (callback: () => void, ms: number) => {
      const entry = { callback, ms }
      scheduled.push(entry)
      return () => {
        scheduled.splice(scheduled.indexOf(entry), 1)
      }
    }
    const emulator = createFrozen({ clock: { now: () => time, schedule } })
    emulator.faults.add({ kind: 'latency', ms: 700, path: '/health' })
    const late = emulator.fetch('/health')
    expect(await hasEnded(emulator, late)).toBe(false)
    expect(scheduled.map(({ ms }) => ms)).toEqual([700])
    emulator.clock.freeze()
    expect(scheduled).toEqual([])
    emulator.clock.resume()
    time += 700
    scheduled[0]?.callback()
    expect((await late).status).toBe(200)
    expect(scheduled).toEqual([])
  })

  test('a request that was given up on the way never arrives', async () => {
    const { emulator, agent } = await withFault({ kind: 'latency', ms: 5000, path: '/v1/client' })
    const controller = new AbortController()
    const arrived = () => emulator.requests.filter(({ path }) => path === '/v1/client').length
    const before = arrived()
    const late = agent.fetch('/v1/client', { signal: controller.signal })
    expect(await hasEnded(emulator, late)).toBe(false)
    controller.abort('enough')
    await expect(late).rejects.toBe('enough')
    emulator.clock.advance(9000)
    expect(await hasEnded(emulator, emulator.fetch('/health'))).toBe(true)
    expect(arrived()).toBe(before)
  })
})

describe('status', () => {
  test('answers instead, in the words of the Frontend API, with Retry-After, and without an effect', async () => {
    const fault = {
      kind: 'status',
      status: 429,
      retryAfter: 7,
      path: '/v1/client/sessions/:id/end',
    } as const
    const { session, client, id, undo, emulator } = await withFault(fault)
    const answer = await session('end', id)
    expect(answer).toMatchObject({ status: 429, fault: 'too_many_requests' })
    expect(answer.headers.get('retry-after')).toBe('7')
    expect(answer.headers.get('access-control-expose-headers')).toMatch(/Retry-After/)
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://app.emulator.test')
    expect(emulator.requests.at(-1)).toMatchObject({ status: 429, code: 'too_many_requests' })
    expect((await client()).body.response?.sessions).toHaveLength(1)
    undo()
    expect((await session('end', id)).status).toBe(200)
  })

  test('gives the body it is given, and a date as Retry-After; 204 has none', async () => {
    const emulator = createFrozen()
    const retryAfter = new Date(start).toUTCString()
    emulator.faults.add({
      kind: 'status',
      status: 503,
      body: { down: true },
      retryAfter,
      path: '/v1/client',
      count: 1,
    })
    emulator.faults.add({ kind: 'status', status: 204, path: '/v1/client' })
    const first = await emulator.fetch('/v1/client')
    expect(first.headers.get('retry-after')).toBe(retryAfter)
    expect(await first.json()).toEqual({ down: true })
    expect((await emulator.fetch('/v1/client')).status).toBe(204)
  })

  test('of two only the first one happens, and the other waits for its turn', async () => {
    const emulator = createFrozen()
    emulator.faults.add({ kind: 'status', status: 500, path: '*', count: 1 })
    emulator.faults.add({ kind: 'html', status: 502, path: '*', count: 1 })
    const statuses = []
    for (let count = 0; count < 3; count += 1)
      statuses.push((await emulator.fetch('/v1/client')).status)
    expect(statuses).toEqual([500, 502, 200])
  })
})

describe('a broken connection', () => {
  test('before the effect: a TypeError, and nothing happened', async () => {
    const fault = {
      kind: 'drop',
      when: 'before-effect',
      path: '/v1/client/sessions/:id/end',
      count: 1,
    } as const
    const { session, client, id, emulator } = await withFault(fault)
    const before = emulator.requests.length
    await expect(session('end', id)).rejects.toThrow(TypeError)
    expect(emulator.requests).toHaveLength(before)
    expect((await client()).body.response?.sessions).toHaveLength(1)
  })

  test('after the effect: a TypeError, and it happened', async () => {
    const emulator = createFrozen()
    emulator.users.create(jane)
    emulator.faults.add({
      kind: 'drop',
      when: 'after-effect',
      method: 'POST',
      path: '/v1/client/sign_ins',
      count: 1,
    })
    const { signIn, agent } = createBrowser(emulator)
    await expect(
      signIn({ identifier: jane.emailAddress, password: jane.password }),
    ).rejects.toMatchObject({
      name: 'TypeError',
      message: 'fetch failed',
    })
    expect(agent.cookies()).toEqual([])
    expect(emulator.sessions.list()).toMatchObject([{ status: 'active' }])
    expect(emulator.requests).toMatchObject([{ path: '/v1/client/sign_ins', status: 200 }])
  })
})

test('duplicate: the request arrives twice', async () => {
  const { emulator, session, id } = await withFault({
    kind: 'duplicate',
    path: '/v1/client/sessions/:id/end',
  })
  const answer = await session('end', id)
  expect(answer.fault).toBe('signed_out')
  expect(emulator.requests.slice(-2).map(({ status }) => status)).toEqual([200, 401])
})

describe('reorder', () => {
  const fault = { kind: 'reorder', method: 'GET', path: '/v1/client', count: 1 } as const

  test('an answer comes after the one to the next request', async () => {
    const { client, emulator, session, id } = await withFault(fault)
    const order: string[] = []
    const read = client().then(answer => {
      order.push('read')
      return answer
    })
    expect(await hasEnded(emulator, read)).toBe(false)
    await session('end', id).then(() => order.push('end'))
    expect((await read).body.response?.sessions).toHaveLength(1)
    expect(order).toEqual(['end', 'read'])
  })

  test.each(['undo', 'clear'] as const)('%s lets go of it', async way => {
    const { client, emulator, undo } = await withFault(fault)
    const read = client()
    expect(await hasEnded(emulator, read)).toBe(false)
    if (way === 'undo') undo()
    else emulator.faults.clear()
    expect((await read).status).toBe(200)
  })
})

describe('stale', () => {
  test('answers what the same client was answered before', async () => {
    const emulator = createFrozen()
    const { client, session, id } = await createSignedIn(emulator)
    const first = await client()
    await session('end', id)
    await client()
    emulator.faults.add({ kind: 'stale', age: 2, path: '/v1/client', count: 1 })
    const stale = await client()
    expect(stale.text).toBe(first.text)
    expect(stale.headers.getSetCookie()).toEqual([])
    expect((await client()).body.response?.sessions).toEqual([])
  })

  test('nobody is shown the answer to another, and without an earlier one the request passes', async () => {
    const emulator = createFrozen()
    await (await createSignedIn(emulator)).client()
    emulator.faults.add({ kind: 'stale', path: '/v1/client' })
    const other = await createSignedIn(emulator, [{ ...jane, emailAddress: 'other@example.com' }])
    const { response } = (await other.client()).body
    expect(response?.sessions.map(({ id }) => id)).toEqual(other.ids)
  })
})

test('malformed: the body ends halfway, or is what was given', async () => {
  const { agent, emulator } = await withFault({ kind: 'malformed', path: '/v1/client', count: 1 })
  const response = await agent.fetch('/v1/client')
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toMatch(/json/)
  await expect(response.json()).rejects.toThrow(SyntaxError)
  emulator.faults.add({ kind: 'malformed', body: '', path: '/v1/client' })
  expect(await (await agent.fetch('/v1/client')).text()).toBe('')
})

test('html: a page answers instead, with status 200 unless told', async () => {
  const { session, agent, id, client } = await withFault({
    kind: 'html',
    path: '/v1/client/sessions/*',
    count: 1,
  })
  const response = await agent.fetch(`/v1/client/sessions/${id}/end`, { method: 'POST' })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toMatch(/^text\/html/)
  expect(await response.text()).toMatch(/^<!doctype html>/)
  expect((await client()).body.response?.sessions).toHaveLength(1)
  expect((await session('touch', id)).status).toBe(200)
})

describe('rotation race', () => {
  test('a request arrives with a superseded token; the browser has the new one by the next', async () => {
    const { client, agent, ids } = await withFault({
      kind: 'rotation-race',
      path: '/v1/client',
      count: 1,
    })
    const before = agent.cookies().find(({ name }) => name === '__client')?.value
    expect((await client()).body.response).toBeNull()
    expect(agent.cookies().find(({ name }) => name === '__client')?.value).not.toBe(before)
    expect((await client()).body.response?.sessions.map(({ id }) => id)).toEqual(ids)
  })

  test('a browser that is nobody yet has no token to lose', async () => {
    const emulator = createFrozen()
    emulator.faults.add({ kind: 'rotation-race', path: '*' })
    const { client, agent } = createBrowser(emulator)
    expect((await client()).status).toBe(200)
    expect(agent.cookies()).toEqual([])
  })
})

test('revoke: another device was faster', async () => {
  const { session, id, client } = await withFault({
    kind: 'revoke',
    path: '/v1/client/sessions/:id/tokens',
  })
  expect((await session('tokens', id)).fault).toBe('signed_out')
  expect((await client()).body.response?.sessions).toMatchObject([{ status: 'revoked' }])
})

test('clock skew: the date of answers is off, and nothing else', async () => {
  const { client } = await withFault({ kind: 'clock-skew', ms: -3_600_000, path: '*' })
  const { headers, body } = await client()
  expect(headers.get('date')).toBe(new Date(start - 3_600_000).toUTCString())
  expect(body.response?.updated_at).toBe(start)
})

test('several faults happen to one request, in the order in which they were added', async () => {
  const emulator = createFrozen()
  emulator.faults.add({ kind: 'clock-skew', ms: 1000, path: '*' })
  emulator.faults.add({ kind: 'status', status: 500, path: '*' })
  emulator.faults.add({ kind: 'malformed', path: '*' })
  const answer = await emulator.fetch('/v1/client')
  expect(answer.status).toBe(500)
  expect(answer.headers.get('date')).toBe(new Date(start + 1000).toUTCString())
  await expect(answer.json()).rejects.toThrow()
})

test('a reset forgets the faults, and breaks the connection of what they held up', async () => {
  const { emulator, client } = await withFault({ kind: 'latency', ms: 5000, path: '/v1/client' })
  const late = client()
  expect(await hasEnded(emulator, late)).toBe(false)
  emulator.reset()
  await expect(late).rejects.toThrow('fetch failed')
  expect(emulator.requests).toEqual([])
  expect(emulator.faults.list()).toEqual([])
  expect((await client()).status).toBe(200)
})

test('an import breaks the connection of what was held up', async () => {
  const { emulator, client } = await withFault({ kind: 'reorder', path: '/v1/client' })
  const held = client()
  expect(await hasEnded(emulator, held)).toBe(false)
  emulator.import(createFrozen().export())
  await expect(held).rejects.toThrow('fetch failed')
})

test.each(['reset', 'import'] as const)('after %s nobody is answered from before', async way => {
  const emulator = createFrozen()
  const empty = emulator.export()
  const before = await createSignedIn(emulator)
  await before.client()
  if (way === 'reset') emulator.reset()
  else emulator.import(empty)
  const { client, session, id } = await createSignedIn(emulator)
  expect(id).toBe(before.id) // the same ids again: only the recordings could tell
  await session('touch', id)
  emulator.sessions.revoke(id)
  emulator.faults.add({ kind: 'stale', path: '/v1/client' })
  expect((await client()).body.response?.sessions).toMatchObject([{ status: 'revoked' }])
})

test('answers of a hundred paths and clients are remembered, the last ones', async () => {
  const emulator = createFrozen()
  const browsers = Array.from({ length: 102 }, () => createBrowser(emulator))
  for (const { signIn, client } of browsers) {
    await signIn({})
    await client()
  }
  emulator.faults.add({ kind: 'stale', path: '/v1/client' })
  // by now each attempt is abandoned, which only a stale answer does not say
  emulator.clock.advance(86_400_000)
  const signInOf = async (browser?: (typeof browsers)[number]) =>
    (await browser?.client())?.body.response?.sign_in
  expect(await signInOf(browsers.at(-1))).not.toBeNull()
  expect(await signInOf(browsers.at(0))).toBeNull()
})

test('the page of a provider is not of the Frontend API: no fault meets it', async () => {
  const emulator = createFrozen()
  emulator.faults.add({ kind: 'status', status: 500, path: '*' })
  expect((await emulator.fetch('/__emulator/oauth/authorize?state=x')).status).toBe(403)
})

describe('rewrite', () => {
  test('puts values where their paths lead, and makes no path that is not there', async () => {
    const values = {
      'response.sessions.*.status': 'dreaming',
      'response.sign_in.status': 'nowhere',
      'response.new': 1,
      'response.missing.deep': 1,
      __proto__: 1,
      'response.__proto__.polluted': 1,
    }
    const { client } = await withFault({ kind: 'rewrite', values, path: '/v1/client' })
    const { response } = (await client()).body
    expect(response).toMatchObject({ sessions: [{ status: 'dreaming' }], sign_in: null, new: 1 })
    expect(response).not.toHaveProperty('missing')
    expect(Object.prototype).not.toHaveProperty('polluted')
  })

  test('leaves what is no JSON as it is', async () => {
    const { agent, emulator } = await withFault({ kind: 'html', path: '/v1/client' })
    emulator.faults.add({ kind: 'rewrite', values: { a: 1 }, path: '/v1/client' })
    expect(await (await agent.fetch('/v1/client')).text()).toMatch(/^<!doctype html>/)
  })
})

describe('lag', () => {
  test('the effect is there, and the client in the answer is that of before', async () => {
    const { session, id, client } = await withFault({
      kind: 'lag',
      path: '/v1/client/sessions/:id/end',
    })
    const { body } = await session('end', id)
    expect(body.response.status).toBe('ended')
    expect(body.client).toMatchObject({ sessions: [{ id, status: 'active' }] })
    expect((await client()).body.response?.sessions).toEqual([])
  })

  test('a refusal, and what comes without a client, is as ever', async () => {
    const { session, id, client } = await withFault({ kind: 'lag', path: '*' })
    expect((await session('touch', 'sess_none')).fault).toBe('resource_not_found')
    expect((await session('tokens', id)).body).not.toHaveProperty('client')
    expect((await client()).body).toMatchObject({ client: null, response: { sessions: [{ id }] } })
  })
})
