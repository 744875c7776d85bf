import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createManualClock } from './support/manual-clock.ts'
import { json, publishableKey, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, errorJson, jwtOf, sessionJson, userJson } from './support/wire.ts'

/** A store over a server whose client the test replaces. */
const open = async (first: object | null) => {
  let client = first
  let times = 0
  const clock = createManualClock()
  const { fetch } = scriptedFetch(({ path }) =>
    path.endsWith('/tokens')
      ? json({ object: 'token', jwt: jwtOf('sess_1', clock.now() / 1000) })
      : // A blank more each time: the text differs, and so the data itself is compared.
        json(`${JSON.stringify({ response: client, client: null })}${' '.repeat(++times)}`),
  )
  const errors: unknown[] = []
  const clientele = createClientele({
    publishableKey,
    fetch,
    clock,
    onError: error => errors.push(error),
  })
  await clientele.load()
  return {
    clientele,
    errors,
    answer: (next: object | null) => {
      client = next
    },
  }
}

const sessions = () => [
  sessionJson('sess_1'),
  sessionJson('sess_2', { user: userJson('user_2') }),
  sessionJson('sess_3', { user: userJson('user_1') }),
]

describe('equal data', () => {
  it.each([
    ['a client', clientJson({ sessions: sessions() })],
    ['no client', null],
  ])('of %s is the same object and tells nobody', async (_, client) => {
    const { clientele } = await open(client)
    const before = clientele.client
    const state = clientele.store.getState()
    const told: string[] = []
    clientele.store.subscribe(() => told.push('store'))
    clientele.snapshots.subscribe(() => told.push('snapshots'))
    clientele.subscribe(
      ({ sessions } = before ?? expect.fail()) => sessions,
      () => told.push('slice'),
    )
    clientele.addListener(() => told.push('listener'), { skipInitialEmit: true })
    await clientele.client?.reload()
    await clientele.client?.reload()
    expect(told).toEqual([])
    expect(clientele.client).toBe(before)
    expect(clientele.store.getState()).toBe(state)
  })

  it('with keys in another order is equal too', async () => {
    const client = clientJson({ sessions: sessions() })
    const { clientele, answer } = await open(client)
    const before = clientele.client
    answer(Object.fromEntries(Object.entries(client).reverse()))
    await clientele.client?.reload()
    expect(clientele.client).toBe(before)
  })
})

describe('one session changed', () => {
  it('makes only its own view new', async () => {
    const { clientele, answer } = await open(clientJson({ sessions: sessions() }))
    const before = clientele.client?.sessions ?? []
    const [one, , three] = sessions()
    answer(
      clientJson({
        sessions: [one, sessionJson('sess_2', { user: userJson('user_2'), updated_at: 1 }), three],
      }),
    )
    await clientele.client?.reload()
    const after = clientele.client?.sessions ?? []
    expect(after.map((session, index) => session === before[index])).toEqual([true, false, true])
    expect(after[1]?.user).toBe(before[1]?.user)
  })

  it('and a change beside the sessions makes no list of them new', async () => {
    const { clientele, answer } = await open(clientJson({ sessions: sessions() }))
    const { client } = clientele
    answer(clientJson({ sessions: sessions(), captcha_bypass: true }))
    await clientele.client?.reload()
    expect(clientele.client?.sessions).toBe(client?.sessions)
    expect(clientele.client?.signedInSessions).toBe(client?.signedInSessions)
  })

  it('a changed user makes the views of its sessions new, and no other', async () => {
    const { clientele, answer } = await open(clientJson({ sessions: sessions() }))
    const before = clientele.client?.sessions ?? []
    const changed = userJson('user_1', { first_name: 'Augusta', updated_at: 1_700_000_000_001 })
    const [, two] = sessions()
    answer(
      clientJson({
        sessions: [
          sessionJson('sess_1', { user: changed }),
          two,
          sessionJson('sess_3', { user: changed }),
        ],
      }),
    )
    await clientele.client?.reload()
    const after = clientele.client?.sessions ?? []
    expect(after.map((session, index) => session === before[index])).toEqual([false, true, false])
    expect(after[0]?.user).toBe(after[2]?.user)
    expect(after[0]?.user?.emailAddresses).toBe(before[0]?.user?.emailAddresses)
  })

  it('of two versions of a user in one answer, the later counts, in either order', async () => {
    const old = userJson('user_1', { first_name: 'Old', updated_at: 1 })
    const young = userJson('user_1', { first_name: 'Young', updated_at: 2 })
    for (const [a, b] of [
      [old, young],
      [young, old],
    ]) {
      const { clientele } = await open(
        clientJson({
          sessions: [sessionJson('sess_1', { user: a }), sessionJson('sess_2', { user: b })],
        }),
      )
      expect(clientele.client?.sessions.map(({ user }) => user?.firstName)).toEqual([
        'Young',
        'Young',
      ])
    }
  })
})

it('a session that is as it was brings no older version of its user', async () => {
  const [old, young] = [1, 2].map(version =>
    userJson('user_2', { first_name: `v${version}`, updated_at: version }),
  )
  const both = [
    sessionJson('sess_1', { user: old }),
    sessionJson('sess_2', { user: userJson('user_1') }),
  ]
  const { clientele, answer } = await open(clientJson({ sessions: both }))
  answer(clientJson({ sessions: [sessionJson('sess_3', { user: young }), ...both] }))
  await clientele.client?.reload()
  expect(clientele.client?.sessions.map(({ user }) => user?.firstName)).toEqual(['v2', 'v2', 'Ada'])
})

describe('whatever was answered before', () => {
  const other = { object: 'session', id: 'sess_1' }
  const nested = { sessions: [other, other] }
  const confusing = [
    { text: '"sessions":[{"object":"session","id":"sess_1"},{"object":"session","id":"sess_2"}]' },
    nested,
    [other, { sessions: [other] }],
  ]
  const part = fc.record({
    id: fc.constantFrom('sess_1', 'sess_2', 'sess_3', 'constructor'),
    user: fc.constantFrom('user_1', 'user_2', 'user_3'),
    version: fc.nat(1),
    metadata: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, fc.constantFrom(...confusing)),
  })
  type Part = { id: string; user: string; version: number; metadata: unknown }
  const besides = fc.oneof(
    { weight: 9, arbitrary: fc.constant({}) },
    fc.constantFrom(nested, { x: nested }, { x: { y: nested } }, { x: [other, other] }),
  )
  const write = (parts: readonly Part[], before: object, after: object) => ({
    ...before,
    ...clientJson({
      sessions: parts.map(({ id, user, version, metadata }) =>
        sessionJson(id, {
          updated_at: version,
          user: userJson(user, { updated_at: version, unsafe_metadata: { version, metadata } }),
        }),
      ),
    }),
    ...Object.fromEntries(Object.entries(after).map(([name, value]) => [`${name}_after`, value])),
  })
  /** From one answer to the next most sessions stay as they are, text and all. */
  const edits: Record<
    string,
    (parts: readonly Part[], part: Part, index: number) => readonly Part[]
  > = {
    add: (parts, part, index) => [...parts.slice(0, index), part, ...parts.slice(index)],
    drop: (parts, _part, index) => parts.filter((_, at) => at !== index),
    replace: (parts, part, index) => parts.map((old, at) => (at === index ? part : old)),
    nothing: parts => parts,
  }
  const edit = fc.record({
    kind: fc.constantFrom(...Object.keys(edits)),
    part,
    index: fc.nat(4),
    before: besides,
    after: besides,
  })
  const client = fc.array(part, { minLength: 2, maxLength: 5 })

  it('the data is that of the last answer', async () => {
    const dataOf = async (first: object, ...rest: object[]) => {
      const { clientele, answer, errors } = await open(first)
      for (const next of rest) {
        answer(next)
        await clientele.client?.reload()
      }
      expect(errors).toEqual([])
      const { client, sessions, users } = clientele.store.getState()
      return { client, ids: sessions.ids, sessions: { ...sessions.byId }, users: { ...users.byId } }
    }
    const property = fc.asyncProperty(
      client,
      fc.array(edit, { minLength: 1, maxLength: 4 }),
      async (first, steps) => {
        let parts: readonly Part[] = first
        const answers = steps.map(({ kind, part, index, before, after }) => {
          parts = edits[kind]?.(parts, part, index) ?? parts
          return write(parts, before, after)
        })
        const last = answers.at(-1) ?? expect.fail()
        expect(await dataOf(write(first, {}, {}), ...answers)).toEqual(await dataOf(last))
      },
    )
    await fc.assert(property, { numRuns: 100 })
  })
})

describe('one transition', () => {
  it('is one notification, in which everything is already true', async () => {
    const { clientele, answer } = await open(
      clientJson({ sessions: sessions(), last_active_session_id: 'sess_1' }),
    )
    const told: unknown[] = []
    clientele.snapshots.subscribe(() =>
      told.push([clientele.client?.sessions.length, clientele.session]),
    )
    answer(clientJson())
    await clientele.client?.reload()
    expect(told).toEqual([[0, null]])
  })

  it('reaches the others when one listener throws', async () => {
    const { clientele, answer, errors } = await open(clientJson())
    const told: string[] = []
    let armed = false
    clientele.subscribe(() => {
      if (armed) throw new Error('mine')
    })
    clientele.store.subscribe(() => {
      throw new Error('store')
    })
    clientele.subscribe(
      client => client?.captchaBypass,
      () => told.push('second'),
    )
    armed = true
    answer(clientJson({ captcha_bypass: true }))
    await clientele.client?.reload()
    expect(told).toEqual(['second'])
    expect(errors).toEqual([new Error('mine'), new Error('store')])
  })

  it('caused inside another is told after it, to everyone in the same order', async () => {
    const { clientele, answer } = await open(
      clientJson({ sign_in: { id: 'sia_1', status: 'needs_first_factor' } }),
    )
    const told: [string, string | undefined, boolean][] = []
    let inside: unknown
    clientele.subscribe((client, previous) => {
      if (client === previous || !client?.captchaBypass || !client.signIn.id) return
      client.resetSignIn()
      inside = clientele.client
    })
    clientele.subscribe((client, previous) => {
      if (client !== previous)
        told.push([client?.signIn.id ?? 'none', previous?.signIn.id, client === clientele.client])
    })
    answer(
      clientJson({ captcha_bypass: true, sign_in: { id: 'sia_1', status: 'needs_first_factor' } }),
    )
    await clientele.client?.reload()
    expect(told).toEqual([
      ['sia_1', 'sia_1', false],
      ['none', 'sia_1', true],
    ])
    expect(clientele.client?.signIn.id).toBeUndefined()
    expect(clientele.client).toBe(inside)
  })

  it('may have any action called in it', async () => {
    const { clientele, answer } = await open(clientJson({ sessions: sessions() }))
    const calls: Promise<unknown>[] = []
    const off = clientele.snapshots.subscribe(() => {
      off()
      const { client } = clientele
      if (!client) return
      client.clearCache()
      client.resetSignIn()
      client.resetSignUp()
      calls.push(
        client.reload(),
        clientele.getToken(),
        clientele.load(),
        clientele.signOut(),
        client.create(),
      )
      calls.push(
        clientele.setActive({ session: 'sess_2' }),
        client.signIn.create({ identifier: 'x' }),
      )
    })
    answer(clientJson({ sessions: sessions(), captcha_bypass: true }))
    await clientele.client?.reload()
    expect(calls).toHaveLength(7)
    await Promise.allSettled(calls)
  })
})

describe('subscribe', () => {
  it('with a listener alone calls back at once: it is a store in the sense of Svelte', async () => {
    const { clientele, answer } = await open(clientJson())
    const told: unknown[] = []
    const off = clientele.subscribe(client => told.push(client))
    expect(told).toEqual([clientele.client])
    answer(clientJson({ captcha_bypass: true }))
    await clientele.client?.reload()
    off()
    answer(clientJson())
    await clientele.client?.reload()
    expect(told).toHaveLength(2)
  })

  it('with a selector calls back for what differs by the equality function', async () => {
    const { clientele, answer } = await open(clientJson({ sessions: sessions() }))
    const told: unknown[] = []
    clientele.subscribe(
      client => client?.sessions.map(({ id }) => id) ?? [],
      (ids, previous) => told.push([ids.length, previous.length]),
      { equalityFn: (a, b) => a.join() === b.join() },
    )
    answer(clientJson({ sessions: sessions(), captcha_bypass: true }))
    await clientele.client?.reload()
    answer(clientJson({ sessions: sessions().slice(1) }))
    await clientele.client?.reload()
    expect(told).toEqual([[2, 3]])
  })

  it('with a selector that makes a new object tells nobody of what it does not show', async () => {
    let fails = false
    const { fetch } = scriptedFetch(() =>
      fails ? json('{}', { status: 503 }) : json({ response: clientJson(), client: null }),
    )
    const clientele = createClientele({ publishableKey, fetch, clock: createManualClock() })
    await clientele.load()
    const told: unknown[] = []
    clientele.subscribe(
      client => ({ id: client?.id }),
      slice => told.push(slice),
    )
    fails = true
    await clientele.client?.reload().catch(() => {})
    expect(clientele.status).toBe('degraded')
    expect(told).toEqual([])
    clientele.dispose()
  })

  it('addListener tells client, session and user once they are known', async () => {
    const clientele = createClientele({
      publishableKey,
      fetch: async () => json({ response: null, client: null }),
    })
    const told: unknown[] = []
    clientele.addListener(resources => told.push(resources))
    expect(told).toEqual([])
    await clientele.load()
    expect(told).toEqual([{ client: clientele.client, session: null, user: null }])
  })

  it('the initial snapshot is the present one until something changes', async () => {
    const { clientele } = await open(null)
    const fresh = createClientele({ publishableKey, fetch: async () => json({}) })
    expect(fresh.snapshots.getInitial()).toBe(fresh.snapshots.get())
    expect(clientele.snapshots.getInitial().client).toBeUndefined()
    expect(clientele.snapshots.get()).toBe(clientele.snapshots.get())
  })
})

it('a store that begins with a state shows it at once, and load() asks the server all the same', async () => {
  const { clientele: server } = await open(
    clientJson({ sessions: sessions(), last_active_session_id: 'sess_1' }),
  )
  const initialState = JSON.parse(JSON.stringify(server.store.getState()))
  const { fetch, seen } = scriptedFetch(() => json({ response: clientJson(), client: null }))
  const clientele = createClientele({ publishableKey, fetch, initialState })
  expect(clientele.session?.id).toBe('sess_1')
  expect(clientele.snapshots.getInitial()).toBe(clientele.snapshots.get())
  await clientele.load()
  expect(seen).toHaveLength(1)
  expect(clientele.session).toBeNull()
  await clientele.load()
  expect(seen).toHaveLength(1)
})

it('two stores in one process share nothing', async () => {
  const [a, b] = await Promise.all([open(clientJson({ id: 'a' })), open(clientJson({ id: 'b' }))])
  a.clientele.client?.clearCache()
  a.clientele.dispose()
  expect(b.clientele.client?.id).toBe('b')
  expect(b.clientele.store.getState().cache.epoch).toBe(0)
  await expect(b.clientele.client?.reload()).resolves.toBeDefined()
})

describe('a field that is missing', () => {
  it('where its stand-in stands is no change; where data stood, it is one', async () => {
    const { clientele, answer } = await open(
      clientJson({
        sessions: [
          sessionJson('sess_1', {
            user: userJson('user_1', { username: null, public_metadata: {} }),
          }),
        ],
      }),
    )
    const before = clientele.client
    const { public_metadata: _, ...lean } = userJson('user_1')
    answer(clientJson({ sessions: [sessionJson('sess_1', { user: lean })] }))
    await clientele.client?.reload()
    expect(clientele.client).toBe(before)
    const { first_name: __, ...nameless } = lean
    answer(clientJson({ sessions: [sessionJson('sess_1', { user: nameless })] }))
    await clientele.client?.reload()
    expect(clientele.client?.sessions[0]?.user?.firstName).toBeNull()
  })

  it('inside metadata is always a change', async () => {
    const { clientele, answer } = await open(
      clientJson({
        sessions: [
          sessionJson('sess_1', { user: userJson('user_1', { public_metadata: { a: null } }) }),
        ],
      }),
    )
    answer(
      clientJson({
        sessions: [sessionJson('sess_1', { user: userJson('user_1', { public_metadata: {} }) })],
      }),
    )
    await clientele.client?.reload()
    expect(clientele.client?.sessions[0]?.user?.publicMetadata).toEqual({})
  })
})

describe('texts that differ in white space alone', () => {
  /** A store, its server, and everything that may happen to them; each text ends in `blanks()`. */
  const openTwin = async (blanks: () => string) => {
    const clock = createManualClock()
    let ids = ['sess_1', 'sess_2']
    let signIn: object | null = null
    let firstName = 'Ada'
    let fate: 'arrives' | 'lost' | 'refused' = 'arrives'
    const client = () =>
      clientJson({
        sessions: ids.map(id =>
          sessionJson(id, { user: userJson(`user_of_${id}`, { first_name: firstName }) }),
        ),
        sign_in: signIn,
        last_active_session_id: ids[0] ?? null,
      })
    const answer = (body: object) => json(`${JSON.stringify(body)}${blanks()}`)
    const change = (path: string, id: string) => {
      if (path.endsWith('/remove')) ids = ids.filter(each => each !== id)
      if (!path.startsWith('/client/sign_ins')) return sessionJson(id)
      signIn = { id: 'sia_1', status: 'needs_first_factor' }
      return signIn
    }
    const { fetch } = scriptedFetch(({ method, path }) => {
      const [, , , id = ''] = path.split('/')
      if (method === 'GET') return answer({ response: client(), client: null })
      if (path.endsWith('/tokens'))
        return json({ object: 'token', jwt: jwtOf(id, clock.now() / 1000) })
      if (fate === 'lost') throw new TypeError('fetch failed')
      if (fate === 'refused') return json(errorJson('forbidden'), { status: 403 })
      const response = change(path, id)
      return answer({ response, client: client() })
    })
    const clientele = createClientele({ publishableKey, fetch, clock, random: () => 0 })
    const now = () => clientele.client
    const steps: Readonly<Record<string, () => unknown>> = {
      reload: () => now()?.reload(),
      'sign in': () => now()?.signIn.create({ identifier: 'a@b.c' }),
      attempt: () => now()?.signIn.attemptFirstFactor({ strategy: 'password', password: 'x' }),
      'reset the sign-in': () => now()?.resetSignIn(),
      'sign out': () => clientele.signOut({ sessionId: now()?.sessions[0]?.id }),
      activate: () => clientele.setActive({ session: now()?.sessions.at(-1)?.id ?? null }),
      'work signed out': () => clientele.setActive({ session: null }),
      'lose everything': () => {
        fate = 'lost'
      },
      'refuse everything': () => {
        fate = 'refused'
      },
      'let everything arrive': () => {
        fate = 'arrives'
      },
      'forget the sign-in': () => {
        signIn = null
      },
      rename: () => {
        firstName = firstName === 'Ada' ? 'Augusta' : 'Ada'
      },
      'bring a session back': () => {
        ids = ['sess_1', 'sess_2']
      },
      wait: () => clock.advance(40_000),
    }
    await clientele.load()
    return {
      names: Object.keys(steps),
      state: () => clientele.store.getState(),
      dispose: () => clientele.dispose(),
      run: async (name: string) => {
        const work = Promise.resolve(steps[name]?.()).catch(() => {})
        await clock.advance(5000)
        await work
      },
    }
  }

  it('leave equal stores equal, whatever happens in between', async () => {
    const { names, dispose } = await openTwin(() => '')
    dispose()
    const property = fc.asyncProperty(
      fc.array(fc.constantFrom(...names), { minLength: 3, maxLength: 14 }),
      async happens => {
        let count = 0
        const same = await openTwin(() => '')
        const spaced = await openTwin(() => ' \n'.repeat(++count))
        for (const name of happens) {
          await same.run(name)
          await spaced.run(name)
          expect(same.state(), name).toEqual(spaced.state())
        }
        same.dispose()
        spaced.dispose()
      },
    )
    await fc.assert(property, { numRuns: 150 })
  })
})
