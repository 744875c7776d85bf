import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createManualClock, flush, type ManualClock } from './support/manual-clock.ts'
import { createModelServer, type Fate, type ModelServer } from './support/model-server.ts'
import { publishableKey } from './support/scripted-fetch.ts'
import { createWitness } from './support/witness.ts'

/** A store over the model server, whose every leg waits until the test lets it pass. */
const open = async () => {
  const waiting: { leg: string; pass: () => void }[] = []
  let held = false
  const clock = createManualClock()
  const server = createModelServer(
    leg => (held ? new Promise<void>(pass => waiting.push({ leg, pass })) : Promise.resolve()),
    [],
    clock.now,
  )
  const clientele = createClientele({ publishableKey, fetch: server.fetch, clock, random: () => 0 })
  await clientele.load()
  const { client } = clientele
  if (!client) throw new Error('not known')
  const legs = () => waiting.map(({ leg }) => leg)
  const pass = async (index: number, leg: string) => {
    if (index < 0) throw new Error(`${leg} is not waiting among ${legs()}`)
    waiting.splice(index, 1)[0]?.pass()
    await flush()
  }
  return {
    clientele,
    client,
    clock,
    server,
    hold: () => {
      held = true
    },
    legs,
    pass: (leg: string) => pass(legs().indexOf(leg), leg),
    /** The one that waits since the shortest time. */
    passLast: (leg: string) => pass(legs().lastIndexOf(leg), leg),
  }
}

const signIn = { identifier: 'a@b.c', password: 'x' }
const goes = (request: string) => `${request} goes`
const comes = (request: string) => `${request} comes`

describe('turns', () => {
  it('mutations go one at a time, first come first served', async () => {
    const { client, hold, legs, pass } = await open()
    hold()
    const first = client.signIn.create(signIn)
    const second = client.create()
    await flush()
    expect(legs()).toEqual([goes('POST /client/sign_ins')])
    await pass(goes('POST /client/sign_ins'))
    expect(legs()).toEqual([comes('POST /client/sign_ins')])
    await pass(comes('POST /client/sign_ins'))
    expect((await first).status).toBe('complete')
    expect(legs()).toEqual([goes('PUT /client')])
    await pass(goes('PUT /client'))
    await pass(comes('PUT /client'))
    await second
  })

  it('a read that a mutation overlapped is asked again: a finished effect never disappears', async () => {
    const { client, clientele, hold, legs, pass } = await open()
    const seen: number[] = []
    clientele.subscribe(
      current => current?.sessions.length,
      length => seen.push(length ?? -1),
    )
    hold()
    const read = client.reload()
    await flush()
    await pass(goes('GET /client')) // the server answers: no session yet
    const made = client.signIn.create(signIn)
    await flush()
    await pass(goes('POST /client/sign_ins'))
    await pass(comes('POST /client/sign_ins'))
    await made
    await pass(comes('GET /client')) // the old answer arrives last
    expect(legs()).toEqual([goes('GET /client')])
    await pass(goes('GET /client'))
    await pass(comes('GET /client'))
    expect((await read).sessions).toHaveLength(1)
    expect(seen).toEqual([1])
  })

  it('a read that was answered before a sign-out cannot bring the session back', async () => {
    const { client, clientele, hold, pass, legs } = await open()
    await client.signIn.create(signIn)
    hold()
    const read = client.reload()
    await flush()
    await pass(goes('GET /client')) // the server answers: one session
    const out = clientele.signOut()
    await flush()
    await pass(goes('DELETE /client/sessions'))
    await pass(comes('DELETE /client/sessions'))
    await out
    expect(clientele.client?.sessions).toEqual([])
    await pass(comes('GET /client'))
    expect(clientele.client?.sessions).toEqual([])
    expect(legs()).toEqual([goes('GET /client')])
    await pass(goes('GET /client'))
    await pass(comes('GET /client'))
    expect((await read).sessions).toEqual([])
  })

  it('of two reads that cross, the one that was answered first cannot undo what the other brought', async () => {
    const { client, clientele, server, hold, pass, passLast, legs } = await open()
    await client.signIn.create(signIn)
    hold()
    const first = client.reload()
    await flush()
    await pass(goes('GET /client')) // the server answers: one session
    const elsewhere = server.fetch('https://api.test/v1/client/sessions/sess_1/remove', {
      method: 'POST',
    })
    await pass(goes('POST /client/sessions/sess_1/remove'))
    await pass(comes('POST /client/sessions/sess_1/remove'))
    await elsewhere
    const second = client.reload()
    await flush()
    await pass(goes('GET /client')) // the server answers: none
    expect(legs()).toEqual([comes('GET /client'), comes('GET /client')])
    await passLast(comes('GET /client'))
    expect((await second).sessions).toEqual([])
    await pass(comes('GET /client'))
    expect(clientele.client?.sessions).toEqual([])
    await pass(goes('GET /client'))
    await pass(comes('GET /client'))
    expect((await first).sessions).toEqual([])
  })

  it('signing out leaves at once, and what waits to change something is aborted', async () => {
    const { client, clientele, hold, legs, pass, server } = await open()
    await client.signIn.create(signIn)
    hold()
    const touch = clientele.client?.sessions[0]?.touch()
    const waits = clientele.client?.signIn.create({ ...signIn, identifier: 'other' })
    const aborted = expect(waits).rejects.toMatchObject({ code: 'aborted' })
    const out = clientele.signOut()
    await aborted
    await flush()
    await pass(goes('POST /client/sessions/sess_1/touch'))
    await pass(goes('DELETE /client/sessions'))
    await pass(comes('DELETE /client/sessions'))
    await out
    expect(server.sessionIds()).toEqual([])
    // The answer to the touch is from before, and brings nothing back.
    await pass(comes('POST /client/sessions/sess_1/touch'))
    expect(clientele.client?.sessions).toEqual([])
    for (let reads = legs(); reads.length > 0; reads = legs()) await pass(reads[0] ?? '')
    await touch
    expect(clientele.session).toBeNull()
  })

  it('a touch for focus yields to whatever a person asked for', async () => {
    const { client, clientele, hold, pass, legs } = await open()
    await client.signIn.create(signIn)
    hold()
    const first = clientele.client?.create()
    const focus = clientele.client?.sessions[0]?.touch({ intent: 'focus' })
    const asked = clientele.client?.signIn.create(signIn)
    await flush()
    await pass(goes('PUT /client'))
    await pass(comes('PUT /client'))
    await first
    expect(legs()).toEqual([goes('POST /client/sign_ins')])
    await pass(goes('POST /client/sign_ins'))
    await pass(comes('POST /client/sign_ins'))
    await asked
    await pass(goes('POST /client/sessions/sess_1/touch'))
    await pass(comes('POST /client/sessions/sess_1/touch'))
    await focus
  })

  it('a token that arrives after its session was signed out does not come out', async () => {
    const { client, clientele, hold, pass } = await open()
    await client.signIn.create(signIn)
    await clientele.setActive({ session: 'sess_1' })
    client.clearCache()
    hold()
    const token = expect(clientele.getToken()).rejects.toMatchObject({ code: 'session_not_found' })
    await flush()
    await pass(goes('POST /client/sessions/sess_1/tokens'))
    const out = clientele.signOut()
    await flush()
    await pass(goes('DELETE /client/sessions'))
    await pass(comes('DELETE /client/sessions'))
    await out
    await pass(comes('POST /client/sessions/sess_1/tokens'))
    await token
  })

  it('a lost answer is followed by a read, so that the store learns what it missed', async () => {
    const clock = createManualClock()
    const server = createModelServer(() => Promise.resolve(), ['arrives', 'lost after'], clock.now)
    const clientele = createClientele({
      publishableKey,
      fetch: server.fetch,
      clock,
      random: () => 0,
    })
    await clientele.load()
    await expect(clientele.client?.signIn.create(signIn)).rejects.toMatchObject({
      code: 'network_error',
    })
    expect(clientele.status).toBe('degraded')
    expect(clientele.client?.sessions).toEqual([])
    await clock.advance(1000)
    expect(clientele.status).toBe('ready')
    expect(clientele.client?.sessions.map(({ id }) => id)).toEqual(['sess_1'])
    expect(clock.pending).toBe(0)
  })
})

describe('whatever overlaps, is reordered or lost', () => {
  type Step =
    | 'sign in'
    | 'sign out'
    | 'remove first'
    | 'activate last'
    | 'touch first'
    | 'reload'
    | 'destroy'
    | 'token'
  const step = fc.constantFrom<Step>(
    'sign in',
    'sign in',
    'sign in',
    'sign out',
    'remove first',
    'activate last',
    'touch first',
    'reload',
    'reload',
    'destroy',
    'token',
  )
  const fate = fc.oneof(
    { weight: 6, arbitrary: fc.constant<Fate>('arrives') },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Fate>(
        'lost before',
        'lost after',
        'failed before',
        'failed after',
      ),
    },
  )

  const steps = fc.array(step, { minLength: 2, maxLength: 9 })
  const fates = fc.array(fate, { maxLength: 14 })

  const journey = async (
    scheduler: fc.Scheduler,
    names: readonly Step[],
    server: ModelServer,
    clock: ManualClock,
  ) => {
    const clientele = createClientele({
      publishableKey,
      fetch: server.fetch,
      clock,
      random: () => 0,
    })
    const witness = createWitness(clientele)
    const { ids, ending } = witness
    let made = 0
    const run: Record<Step, () => Promise<unknown> | undefined> = {
      'sign in': async () => {
        const attempt = await clientele.client?.signIn.create({
          identifier: `user ${++made}`,
          password: 'x',
        })
        witness.finished(attempt?.createdSessionId ?? null)
      },
      'sign out': () => ending(ids(), () => clientele.signOut()),
      'remove first': () =>
        ending(ids().slice(0, 1), () => clientele.client?.sessions[0]?.remove()),
      'activate last': () => clientele.setActive({ session: ids().at(-1) ?? null }),
      'touch first': () => clientele.client?.sessions[0]?.touch(),
      reload: () => clientele.client?.reload(),
      destroy: () => ending(ids(), () => clientele.client?.destroy()),
      token: () => clientele.getToken(),
    }
    /**
     * Lets legs pass in the scheduler's order, and time when nothing else can happen, until `work`
     * has settled.
     */
    const settle = async (work: Promise<unknown>) => {
      let done = false
      work
        .catch(() => {})
        .finally(() => {
          done = true
        })
      while (!done) {
        await flush()
        if (scheduler.count() > 0) await scheduler.waitOne()
        else await clock.advance(1000)
      }
    }
    await settle(clientele.load())
    const works: Promise<unknown>[] = []
    for (const name of names) {
      works.push(Promise.resolve(run[name]()).catch(() => {}))
      await flush()
      if (scheduler.count() > 1) await scheduler.waitOne()
    }
    await settle(Promise.all(works))
    server.calm()
    await settle(clientele.load().then(client => client?.reload()))
    return { clientele, witness }
  }

  it('the store ends equal to the server; nothing ended comes back, nothing finished disappears', async () => {
    const property = fc.asyncProperty(
      fc.scheduler(),
      steps,
      fates,
      async (scheduler, names, ways) => {
        const clock = createManualClock()
        const server = createModelServer(
          leg => scheduler.schedule(Promise.resolve(), leg),
          ['arrives', ...ways],
          clock.now,
        )
        const { clientele, witness } = await journey(scheduler, names, server, clock)
        expect(witness.faults).toEqual([])
        expect(clientele.status).toBe('ready')
        expect(witness.ids()).toEqual(server.sessionIds())
        clientele.dispose()
        expect(clock.pending).toBe(0)
      },
    )
    await fc.assert(property, { numRuns: 200 })
  }, 60_000)
})
