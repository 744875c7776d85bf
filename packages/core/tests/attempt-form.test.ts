import type { ClienteleOptions } from '@clientele/core'
import { signInForm, signUpForm } from '@clientele/core/attempt-form'
import { createEmulator } from '@clientele/emulator'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'

const password = 'correct horse battery'

const open = (options: Partial<ClienteleOptions> = {}) => {
  const emulator = createEmulator()
  const { fetch } = emulator.agent()
  const clientele = createClientele({ publishableKey: emulator.publishableKey, fetch, ...options })
  emulator.users.create({ emailAddress: 'ada@example.com', password })
  return { emulator, clientele }
}

const openLoaded = async () => {
  const app = open()
  await app.clientele.load()
  const form = signInForm(app.clientele)
  const seen = [form.get()]
  const stop = form.subscribe(() => seen.push(form.get()))
  return { ...app, form, seen, stop }
}

describe('a source for a form', () => {
  it('is one for each store, and another for another store', () => {
    const [{ clientele }, other] = [open(), open()]
    expect(signInForm(clientele)).toBe(signInForm(clientele))
    expect(signUpForm(clientele)).toBe(signUpForm(clientele))
    expect(signInForm(clientele)).not.toBe(signInForm(other.clientele))
  })

  it('is new only where something in it differs, and tells of nothing else', async () => {
    const { clientele, form, seen } = await openLoaded()
    expect(form.get()).toBe(form.get())
    await clientele.client?.reload()
    await clientele.client?.signUp.create({ emailAddress: 'eve@example.com' })
    expect(seen).toHaveLength(1)
    expect(form.get()).toBe(seen[0])
    await form.get().create({ identifier: 'ada@example.com' })
    expect(seen.map(({ next, fetchStatus }) => `${next?.kind} ${fetchStatus}`)).toEqual([
      'start idle',
      'start fetching',
      'first_factor idle',
    ])
    expect(new Set(seen).size).toBe(3)
  })

  it('keeps what did not change, and the same functions', async () => {
    const { form, seen } = await openLoaded()
    await form.get().create({ identifier: 'ada@example.com' })
    const [first, fetching, last] = seen
    expect(fetching?.errors).toBe(first?.errors)
    expect(fetching?.signIn).toBe(first?.signIn)
    for (const [name, value] of Object.entries(first ?? {}))
      if (typeof value === 'function') expect(last, name).toHaveProperty(name, value)
  })

  it('is frozen, with its errors', async () => {
    const { form } = await openLoaded()
    expect((await form.get().create({ identifier: 'nobody@example.com' })).error).not.toBeNull()
    const { errors } = form.get()
    expect(
      [form.get(), errors, errors.fields, errors.global, errors.all].every(Object.isFrozen),
    ).toBe(true)
  })

  it('begins with what the store began with, also when it is first asked for later', async () => {
    const { clientele } = open()
    await clientele.load()
    const form = signInForm(clientele)
    expect(form.getInitial()).toMatchObject({ signIn: undefined, next: undefined })
    expect(form.get()).toMatchObject({ next: { kind: 'start' } })
    const other = signInForm(open({ initialState: clientele.store.getState() }).clientele)
    expect(other.getInitial()).toBe(other.get())
  })

  it('tells nobody after the undo', async () => {
    const { form, seen, stop } = await openLoaded()
    stop()
    await form.get().create({ identifier: 'ada@example.com' })
    expect(seen).toHaveLength(1)
  })

  it('tells once of a change that another listener makes in between', async () => {
    const { clientele, form } = await openLoaded()
    const one = signUpForm(clientele)
    clientele.subscribe(client => {
      if (client?.signUp.id) client.resetSignUp()
    })
    const seen: unknown[] = []
    one.subscribe(() => seen.push(one.get()))
    await one.get().create({ emailAddress: 'eve@example.com' })
    expect(new Set(seen).size).toBe(seen.length)
    expect(one.get()).toMatchObject({ signUp: { id: undefined }, fetchStatus: 'idle' })
    expect(form.get()).toMatchObject({ signIn: { id: undefined } })
  })
})

describe('errors of a form', () => {
  it('stand by their field, whatever it is called', async () => {
    const item = (code: string, param_name?: string) => ({
      code,
      message: code,
      meta: { param_name },
    })
    const { clientele, form } = await openLoaded()
    const refuse = open({
      initialState: clientele.store.getState(),
      fetch: async () =>
        Response.json(
          {
            errors: [
              item('a', 'password'),
              item('b', '__proto__'),
              item('c'),
              item('d', 'password'),
              item('e', 'email_address'),
            ],
          },
          { status: 422 },
        ),
    })
    const other = signInForm(refuse.clientele)
    expect((await other.get().create({ identifier: 'ada@example.com' })).error).not.toBeNull()
    const { fields, global, all } = other.get().errors
    expect(all.map(({ code }) => code)).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(Object.keys(fields).sort()).toEqual(['__proto__', 'emailAddress', 'password'])
    expect(fields.password).toMatchObject({ code: 'a', message: 'a' })
    expect(global.map(({ code }) => code)).toEqual(['c'])
    expect(form.get().errors).toEqual({ fields: {}, global: [], all: [] })
  })

  it('of the network are of no field', async () => {
    const { clientele } = await openLoaded()
    const fetch = () => Promise.reject(new TypeError('fetch failed'))
    const form = signInForm(open({ initialState: clientele.store.getState(), fetch }).clientele)
    expect((await form.get().create({ identifier: 'ada@example.com' })).error).not.toBeNull()
    expect(form.get().errors).toMatchObject({ fields: {}, global: [{ code: 'network_error' }] })
  })
})

describe('actions of a form', () => {
  const acts = (value: object) =>
    Object.entries(value).filter(([, member]) => typeof member === 'function')

  it.each([
    ['sign-in', signInForm],
    ['sign-up', signUpForm],
  ] as const)('of a %s say so while the client is not known', async (_, formOf) => {
    for (const [name, act] of acts(formOf(open().clientele).get())) {
      if (name === 'reset') expect(act).toThrow(TypeError)
      else await expect(act({}), name).rejects.toThrow('The client is not known yet')
    }
  })

  it('are all that a sign-in and a sign-up can do, and reset', async () => {
    const { clientele } = await openLoaded()
    const names = (value: object) => acts(value).map(([name]) => name)
    const { signIn = {}, signUp = {} } = clientele.client ?? {}
    expect(names(signInForm(clientele).get()).sort()).toEqual([...names(signIn), 'reset'].sort())
    expect(names(signUpForm(clientele).get()).sort()).toEqual([...names(signUp), 'reset'].sort())
  })

  it('resolve to what went wrong, or to the attempt, and never reject', async () => {
    const { clientele, form } = await openLoaded()
    const { create, attemptFirstFactor } = form.get()
    const refused = await create({ identifier: 'nobody@example.com' })
    expect(refused).toMatchObject({ error: { code: 'form_identifier_not_found' } })
    const begun = await create({ identifier: 'ada@example.com' })
    expect(begun).toEqual({ error: null, signIn: clientele.client?.signIn })
    await expect(attemptFirstFactor(JSON.parse('7'))).rejects.toThrow(TypeError)
  })

  it('say what failed before anything was sent, until the next one begins', async () => {
    const { form, seen } = await openLoaded()
    const { create, attemptFirstFactor } = form.get()
    const { error } = await attemptFirstFactor({ strategy: 'password', password })
    expect(error).toMatchObject({ code: 'attempt_missing' })
    expect(seen.at(-1)?.errors).toMatchObject({ global: [{ code: 'attempt_missing' }] })
    await create({ identifier: 'ada@example.com' })
    expect(form.get().errors.all).toEqual([])
  })

  it('act on whichever attempt is in progress', async () => {
    const { form } = await openLoaded()
    const { create, attemptFirstFactor, reset } = form.get()
    await create({ identifier: 'ada@example.com' })
    reset()
    expect(form.get().next).toMatchObject({ kind: 'start' })
    await create({ identifier: 'ada@example.com' })
    await attemptFirstFactor({ strategy: 'password', password })
    expect(form.get().next).toMatchObject({ kind: 'complete' })
  })
})
