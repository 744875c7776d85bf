import { createClientele } from '@clientele/core'
import { GoTrueClient } from '@supabase/auth-js'
import { subscribeWithSelector } from 'zustand/middleware'
import { createStore } from 'zustand/vanilla'
import { answersOf, clientOf, type Difference, sessionOf, tokenOf } from '../src/wire.ts'
import { createStub, emptyClient } from './stub.ts'
import { type SubjectName, subjects } from './subject.ts'

// What runs in the page. Each gives plain samples, in milliseconds unless it says otherwise.

const time = async (work: () => unknown): Promise<number> => {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

const api = {
  /**
   * One refresh a round, beside parsing the same text: `batch` of each at a time, since clocks are
   * coarse.
   */
  async refresh(
    environment: string,
    name: SubjectName,
    count: number,
    difference: Difference,
    rounds: number,
    batch: number,
  ) {
    const stub = createStub(environment)
    const [first = '', ...answers] = answersOf(count, difference, 1 + rounds * batch)
    stub.client = first
    const subject = await subjects[name](stub, false)
    const refreshes: number[] = []
    const parses: number[] = []
    for (let round = 0; round < rounds; round++) {
      const texts = answers.slice(round * batch, (round + 1) * batch)
      const parse = await time(() => {
        for (const text of texts) JSON.parse(text)
      })
      parses.push(parse / batch)
      const all = await time(async () => {
        for (const text of texts) {
          stub.client = text
          await subject.reload()
        }
      })
      refreshes.push(all / batch)
    }
    return { refreshes, parses }
  },

  /** How often a listener is called by what changes nothing. */
  async listeners(environment: string, name: SubjectName) {
    const stub = createStub(environment)
    stub.client = JSON.stringify({ response: clientOf([sessionOf(0), sessionOf(1)]), client: null })
    const subject = await subjects[name](stub, true)
    await subject.getToken()
    let calls = 0
    subject.listen(() => calls++)
    const count = async (work: () => Promise<unknown>) => {
      calls = 0
      await work()
      await new Promise(resolve => setTimeout(resolve, 50))
      return calls
    }
    return {
      reload: await count(() => subject.reload()),
      touch: await count(() => subject.touch()),
      focus: await count(async () => dispatchEvent(new Event('focus'))),
    }
  },

  /** A token that is here already, in microseconds a call. */
  async cachedToken(environment: string, name: SubjectName, rounds: number, calls: number) {
    const stub = createStub(environment)
    stub.client = JSON.stringify({ response: clientOf([sessionOf(0)]), client: null })
    const subject = await subjects[name](stub, true)
    await subject.getToken({ skipCache: true })
    const samples: number[] = []
    for (let round = 0; round < rounds; round++) {
      const all = await time(async () => {
        for (let call = 0; call < calls; call++) await subject.getToken()
      })
      samples.push((all / calls) * 1000)
    }
    return samples
  },

  /** One look at both clocks of the page, in microseconds. */
  async clocks(rounds: number, calls: number) {
    const samples: number[] = []
    for (let round = 0; round < rounds; round++) {
      const all = await time(() => {
        // A sum, since a value that nobody uses need not be made.
        let sum = 0
        for (let call = 0; call < calls; call++) sum += performance.now() + Date.now()
        return sum
      })
      samples.push((all / calls) * 1000)
    }
    return samples
  },

  async cachedSupabaseSession(rounds: number, calls: number) {
    const session = {
      access_token: tokenOf(0),
      refresh_token: 'refresh',
      token_type: 'bearer',
      expires_in: 3600,
      expires_at: Math.floor(Date.now() / 1000) + 3600,
      user: {
        id: 'user_0',
        app_metadata: {},
        user_metadata: {},
        aud: 'authenticated',
        created_at: '',
      },
    }
    const items = new Map([['auth', JSON.stringify(session)]])
    const auth = new GoTrueClient({
      url: 'https://auth.example.com',
      storageKey: 'auth',
      autoRefreshToken: false,
      storage: {
        getItem: key => items.get(key) ?? null,
        setItem: (key, value) => void items.set(key, value),
        removeItem: key => void items.delete(key),
      },
    })
    const { data } = await auth.getSession()
    if (!data.session) throw new Error('There is no session')
    const samples: number[] = []
    for (let round = 0; round < rounds; round++) {
      const all = await time(async () => {
        for (let call = 0; call < calls; call++) await auth.getSession()
      })
      samples.push((all / calls) * 1000)
    }
    return samples
  },

  /** Requests that a hundred callers at a time make. */
  async concurrentTokens(environment: string, name: SubjectName) {
    const stub = createStub(environment)
    stub.client = JSON.stringify({ response: clientOf([sessionOf(0)]), client: null })
    const subject = await subjects[name](stub, true)
    await subject.getToken()
    const count = async (options: { skipCache?: boolean }) => {
      const before = stub.tokens
      await Promise.all(Array.from({ length: 100 }, () => subject.getToken(options)))
      return stub.tokens - before
    }
    subject.clear()
    const cold = await count({})
    return { cold, skipCache: await count({ skipCache: true }) }
  },

  /**
   * Readies a client without sessions; {@link api.fill} then gives it some. The heap is measured
   * from outside.
   */
  async open(environment: string, name: SubjectName | 'JSON.parse') {
    const stub = createStub(environment)
    stub.client = emptyClient
    const subject = name === 'JSON.parse' ? undefined : await subjects[name](stub, false)
    Object.assign(globalThis, { held: { stub, subject } })
  },
  async fill(count: number) {
    const { held } = globalThis as unknown as {
      held: { stub: { client: string }; subject?: { reload(): Promise<unknown> } }
    } // as: put there by open
    const [text = ''] = answersOf(count, 'same text', 1)
    held.stub.client = text
    if (held.subject) await held.subject.reload()
    else Object.assign(held, { parsed: JSON.parse(text) })
    held.stub.client = ''
  },

  /**
   * One session of ten changes, with `count` subscribers to a session each: the transition alone,
   * without its answer.
   */
  async subscribers(environment: string, count: number, rounds: number) {
    const stub = createStub(environment)
    stub.client = answersOf(10, 'same text', 1)[0] ?? ''
    const clientele = createClientele({
      publishableKey: `pk_live_${btoa('clerk.example.com$')}`,
      fetch: stub.fetch,
    })
    await clientele.load()
    const { commit } = clientele.use(({ store }) => store)
    const bare = createStore(
      subscribeWithSelector(() => ({ sessions: Array.from({ length: 10 }, () => ({})) })),
    )
    const calls = { ours: 0, zustand: 0 }
    for (let index = 0; index < count; index++) {
      const listen = (name: keyof typeof calls) => () => {
        calls[name]++
      }
      clientele.subscribe(client => client?.sessions[index % 10], listen('ours'))
      bare.subscribe(({ sessions }) => sessions[index % 10], listen('zustand'))
    }
    const ours: number[] = []
    const zustand: number[] = []
    for (let round = 0; round < rounds; round++) {
      const id = `sess_${round % 10}`
      const { byId } = clientele.store.getState().sessions
      const record = byId[id]
      if (!record) throw new Error(`There is no ${id}`)
      const changed = { ...byId, [id]: { ...record, lastActiveAt: round } }
      const change = () =>
        commit(draft => {
          draft.sessions.byId = changed
        })
      ours.push(await time(change))
      const sessions = bare
        .getState()
        .sessions.map((session, index) => (index === round % 10 ? {} : session))
      zustand.push(await time(() => bare.setState({ sessions })))
    }
    return { ours, zustand, calls }
  },
}

export type PageApi = typeof api

Object.assign(globalThis, { bench: api })
