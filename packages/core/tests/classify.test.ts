import {
  type Classification,
  type ClienteleOptions,
  type ClienteleStore,
  classifications,
  type Facts,
  type Verdict,
} from '@clientele/core'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createManualClock, flush } from './support/manual-clock.ts'
import { json, publishableKey, type Seen, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, errorJson, jwtOf, sessionJson } from './support/wire.ts'

const whole = { response: clientJson({ sessions: [sessionJson('sess_1')] }), client: null }

/** A signed-in store, whose next requests `answer` may answer in the server's place. */
const open = async (options: Partial<ClienteleOptions> = {}) => {
  const clock = createManualClock()
  let answer: (request: Seen) => Response | undefined = () => undefined
  const wire = scriptedFetch(request => {
    const given = answer(request)
    if (given) return given
    if (request.path.endsWith('/tokens'))
      return json({ object: 'token', jwt: jwtOf('sess_1', clock.now() / 1000) })
    if (request.path.endsWith('/touch'))
      return json({ response: sessionJson('sess_1'), client: whole.response })
    return json(whole)
  })
  const clientele = createClientele({
    publishableKey,
    fetch: wire.fetch,
    clock,
    random: () => 0,
    ...options,
  })
  await clientele.load()
  return {
    clientele,
    clock,
    reads: () => wire.count('GET', '/client'),
    /** From now on; `undefined` lets the server answer. */
    answerWith: (next: typeof answer) => {
      answer = next
    },
    ...wire,
  }
}

type Act = (clientele: ClienteleStore) => Promise<unknown> | undefined

const acts = {
  reload: ({ client }) => client?.reload(),
  touch: ({ session }) => session?.touch(),
  token: ({ session }) => session?.getToken({ skipCache: true }),
  create: ({ client }) => client?.create(),
  removeSessions: ({ client }) => client?.removeSessions(),
  signIn: ({ client }) => client?.signIn.create({ identifier: 'a@b.c' }),
} satisfies Record<string, Act>

const endpoints: Readonly<Record<keyof typeof acts, Facts['endpoint']>> = {
  reload: 'read',
  touch: 'other',
  token: 'token',
  create: 'other',
  removeSessions: 'end',
  signIn: 'other',
}

const page = (status: number) => () =>
  new Response('<!doctype html><h1>No</h1>', { status, headers: { 'content-type': 'text/html' } })
const text = (body: string, status = 200) => {
  const given = status === 204 ? null : body
  return () => new Response(given, { status })
}
const errors = (status: number, code: string) => () => json(errorJson(code), { status })
const data = (body: object) => () => json(body)

interface Case {
  /** The row of the table. */
  readonly name: string
  readonly act: keyof typeof acts
  readonly answer: () => Response
  readonly facts: Partial<Facts>
  /** The code of the error that the caller is given; none where it is given a result. */
  readonly code?: string
  /** What is left of the one session that was known, where that is not all. */
  readonly left?: 'nobody'
}

const unreadable = { content: 'unreadable', code: undefined } as const
const nothing = { content: 'nothing', code: undefined } as const
const invalid = { code: 'response_invalid' }

/** An answer of the API's with errors, and what is known of it. */
const refusal = (name: string, act: Case['act'], status: number, code: string): Case => ({
  name,
  act,
  answer: errors(status, code),
  facts: { status, code, content: 'errors' },
  code,
})

const cases: readonly Case[] = [
  ...[401, 403, 404, 407, 451, 500].map(
    (status): Case => ({
      name: 'unreadable',
      act: 'touch',
      answer: page(status),
      facts: { ...unreadable, status },
      ...invalid,
    }),
  ),
  { name: 'unreadable', act: 'reload', answer: page(200), facts: unreadable, ...invalid },
  { name: 'unreadable', act: 'token', answer: page(404), facts: unreadable, ...invalid },
  ...(['touch', 'reload', 'removeSessions', 'token'] as const).flatMap(act =>
    ['[1]', '"yes"', '{"ok":true}'].map(
      (body): Case => ({
        name: 'unreadable',
        act,
        answer: text(body),
        facts: unreadable,
        ...invalid,
      }),
    ),
  ),
  {
    name: 'unreadable',
    act: 'touch',
    answer: text('{"error":"no"}', 403),
    facts: { ...unreadable, status: 403 },
    ...invalid,
  },
  ...['', ' \n', 'null', '{}'].map(
    (body): Case => ({
      name: 'nothing',
      act: 'touch',
      answer: text(body),
      facts: nothing,
      ...invalid,
    }),
  ),
  { name: 'nothing', act: 'touch', answer: text('', 204), facts: nothing, ...invalid },
  { name: 'nothing', act: 'removeSessions', answer: text('{}'), facts: nothing, ...invalid },
  {
    name: 'foreign client',
    act: 'reload',
    answer: data({ response: clientJson({ id: 'client_2' }), client: null }),
    facts: { isForeign: true },
  },
  { name: 'read or ended', act: 'reload', answer: data(whole), facts: {} },
  {
    name: 'read or ended',
    act: 'removeSessions',
    answer: data({ response: null, client: null }),
    facts: { isNull: true },
    left: 'nobody',
  },
  {
    name: 'null',
    act: 'touch',
    answer: data({ response: null, client: null }),
    facts: { isNull: true },
    ...invalid,
  },
  {
    name: 'null',
    act: 'create',
    answer: data({ response: null, client: null }),
    facts: { isNull: true },
    ...invalid,
  },
  {
    name: 'done',
    act: 'touch',
    answer: data({ response: sessionJson('sess_1'), client: whole.response }),
    facts: {},
  },
  { name: 'done', act: 'token', answer: data({ jwt: jwtOf('sess_1', 2e9) }), facts: {} },
  ...[408, 425, 429].map(status => refusal('not now', 'touch', status, 'rate_limit_exceeded')),
  refusal('not now', 'reload', 429, 'signed_out'),
  ...[500, 503].map(status => refusal('server failure', 'touch', status, 'internal')),
  { ...refusal('nobody', 'reload', 401, 'signed_out'), left: 'nobody' },
  { ...refusal('nobody', 'reload', 403, 'authentication_invalid'), left: 'nobody' },
  { ...refusal('nobody', 'reload', 400, 'client_not_found'), left: 'nobody' },
  refusal('read refused', 'reload', 403, 'origin_not_allowed'),
  refusal('read refused', 'reload', 404, 'signed_out'),
  { ...refusal('challenge', 'signIn', 401, 'requires_captcha'), code: 'captcha_unavailable' },
  { ...refusal('challenge', 'signIn', 400, 'captcha_missing_token'), code: 'captcha_unavailable' },
  refusal('challenge', 'touch', 401, 'dev_browser_unauthenticated'),
  refusal('out of date', 'signIn', 400, 'session_exists'),
  refusal('out of date', 'signIn', 400, 'identifier_already_signed_in'),
  refusal('out of date', 'touch', 403, 'not_a_member_in_organization'),
  refusal('out of date', 'touch', 403, 'organization_not_found_or_unauthorized'),
  refusal('out of date', 'token', 422, 'organization_not_found'),
  refusal('out of date', 'touch', 403, 'user_banned'),
  refusal('out of date', 'touch', 403, 'user_deactivated'),
  refusal('not known', 'touch', 404, 'resource_not_found'),
  refusal('not known', 'touch', 401, 'authentication_invalid'),
  refusal('refused', 'touch', 422, 'form_param_format_invalid'),
  refusal('refused', 'touch', 403, 'signed_out'),
]

/** What the store does, by verdict: the reads of the client that follow, and the status after it. */
const consequences: Readonly<Record<Verdict, { readonly reads: number; readonly status: string }>> =
  {
    success: { reads: 0, status: 'ready' },
    api_error: { reads: 0, status: 'ready' },
    signed_out: { reads: 0, status: 'ready' },
    transient: { reads: 0, status: 'degraded' },
    contradiction: { reads: 1, status: 'ready' },
  }

const includes = <Item>(list: readonly Item[] | undefined, item: Item | undefined) =>
  !list || (item !== undefined && list.includes(item))

const isFor = (row: Classification, facts: Facts): boolean =>
  (!row.status || (facts.status >= row.status[0] && facts.status <= row.status[1])) &&
  includes(row.statuses, facts.status) &&
  includes(row.content, facts.content) &&
  includes(row.codes, facts.code) &&
  includes(row.endpoint, facts.endpoint) &&
  (!row.isNull || facts.isNull) &&
  (!row.isForeign || facts.isForeign)

const rowOf = (name: string) => classifications.find(row => row.name === name) ?? expect.fail(name)

describe('the table of verdicts', () => {
  it('has a case for each row here, and names no row twice', () => {
    const names = classifications.map(({ name }) => name)
    expect([...new Set(cases.map(({ name }) => name))].sort()).toEqual([...names].sort())
    expect(new Set(names).size).toBe(names.length)
  })

  it('has a case for each code and status that a row lists', () => {
    const listed = classifications.flatMap(({ name, codes = [], statuses = [] }) =>
      [...codes, ...(codes.length > 0 ? [] : statuses)].map(each => `${name}: ${each}`),
    )
    const met = cases.flatMap(({ name, facts }) => [
      `${name}: ${facts.code}`,
      `${name}: ${facts.status}`,
    ])
    expect(listed.filter(each => !met.includes(each))).toEqual([])
  })

  it('ends with a row that fits everything', () => {
    expect(classifications.at(-1)).toEqual({ name: 'refused', verdict: 'api_error' })
  })

  it.each(cases)('$name decides about $act with $facts', ({ name, act, facts }) => {
    const whatIsKnown: Facts = {
      status: 200,
      content: 'json',
      endpoint: endpoints[act],
      isNull: false,
      isForeign: false,
      ...facts,
    }
    expect(classifications.find(row => isFor(row, whatIsKnown))?.name).toBe(name)
  })

  it.each(cases)('$name: what the store does after $act with $facts', async each => {
    const { name, act, answer, code, left } = each
    const { clientele, reads, answerWith, clock } = await open()
    const before = reads()
    let answered = false
    answerWith(() => {
      if (answered) return undefined
      answered = true
      return answer()
    })
    const ended = await Promise.resolve(acts[act](clientele)).then(
      () => undefined,
      (error: { code: string }) => error.code,
    )
    await flush()
    const { verdict } = rowOf(name)
    const own = act === 'reload' ? 1 : 0
    expect({ code: ended, reads: reads() - before - own, status: clientele.status }).toEqual({
      code,
      ...consequences[verdict],
    })
    expect(clientele.client?.sessions.map(({ id }) => id)).toEqual(left ? [] : ['sess_1'])
    // Whatever passes is over on its own once the server answers again, and nothing else is begun.
    await clock.advance(60_000)
    expect(clientele.status).toBe('ready')
    expect(reads() - before - own).toBe(verdict === 'transient' ? 1 : consequences[verdict].reads)
    clientele.dispose()
  })
})

describe('a client that is not ours', () => {
  it('is believed when the server says so twice', async () => {
    const told: unknown[] = []
    const { clientele, answerWith, reads } = await open({ onError: error => told.push(error) })
    answerWith(data({ response: clientJson({ id: 'client_2' }), client: null }))
    await clientele.client?.reload()
    expect([clientele.client?.id, clientele.session, reads()]).toEqual(['client_2', null, 3])
    expect(told).toMatchObject([{ code: 'client_replaced' }])
  })
})

describe('null', () => {
  it('to a request that proves someone to be a person signs nobody out', async () => {
    const { clientele, answerWith, count } = await open({ captcha: async () => 'proof' })
    answerWith(({ path }) => {
      if (path === '/client/sign_ins') return errors(401, 'requires_captcha')()
      return path === '/client/verify' ? json({ response: null, client: null }) : undefined
    })
    await expect(acts.signIn(clientele)).rejects.toMatchObject({ code: 'response_invalid' })
    expect(count('POST', '/client/verify')).toBe(1)
    expect(clientele.session?.id).toBe('sess_1')
    clientele.dispose()
  })

  it.each([
    ['reading', acts.reload],
    ['removing the sessions', acts.removeSessions],
    ['signing out', (clientele: ClienteleStore) => clientele.signOut()],
    ['deleting the client', ({ client }: ClienteleStore) => client?.destroy()],
  ])('to %s is the word that nobody is signed in', async (_, act) => {
    const { clientele, answerWith } = await open()
    answerWith(data({ response: null, client: null }))
    await act(clientele)
    expect([clientele.status, clientele.session]).toEqual(['ready', null])
  })
})
