import type { ClienteleOptions } from '@clientele/core'
import {
  type FormValues,
  signInForm,
  signUpForm,
  type TypedFactor,
} from '@clientele/core/attempt-form'
import { createEmulator, type Emulator } from '@clientele/emulator'
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

  it('are all that a sign-in and a sign-up can do, and those of the form', async () => {
    const { clientele } = await openLoaded()
    const names = (value: object) => acts(value).map(([name]) => name)
    const { signIn = {}, signUp = {} } = clientele.client ?? {}
    expect(names(signInForm(clientele).get()).sort()).toEqual(
      [...names(signIn), 'choose', 'reset', 'submit'].sort(),
    )
    expect(names(signUpForm(clientele).get()).sort()).toEqual(
      [...names(signUp), 'reset', 'submit'].sort(),
    )
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

describe('what is to be typed', () => {
  const code = '424242'
  const emailAddress = 'eve+clerk_test@example.com'

  /** A form, and what is to be typed into it now. */
  const openForm = async (settings: Parameters<Emulator['settings']['patch']>[0] = {}) => {
    const app = await openLoaded()
    app.emulator.settings.patch(settings)
    const step = () => {
      const { next, factor, fields } = app.form.get()
      return [next?.kind, factor?.strategy, ...fields]
    }
    const submit = (values: FormValues) => app.form.get().submit(values)
    const choose = (strategy: TypedFactor['strategy']) => {
      const { next, choose } = app.form.get()
      const factors = next && 'factors' in next ? next.factors : []
      const found = factors.find(each => each.strategy === strategy)
      return choose((found ?? { strategy }) as TypedFactor) // as: found by its strategy
    }
    return { ...app, step, submit, choose }
  }

  it('is nothing until the client is known', () => {
    const { clientele } = open()
    expect(signInForm(clientele).get()).toMatchObject({ factor: undefined, fields: [] })
    expect(signUpForm(clientele).get()).toMatchObject({ fields: [] })
  })

  it('is the identifier, then the password, and no more once that is right', async () => {
    const { step, submit } = await openForm()
    expect(step()).toEqual(['start', undefined, 'identifier'])
    await submit({ identifier: 'ada@example.com' })
    expect(step()).toEqual(['first_factor', 'password', 'password'])
    const { error } = await submit({ password: 'wrong' })
    expect(error).toMatchObject({ code: 'form_password_incorrect' })
    expect(await submit({ password })).toMatchObject({
      error: null,
      signIn: { status: 'complete' },
    })
    expect(step()).toEqual(['complete', undefined])
    await expect(submit({ password })).rejects.toThrow(
      'There is nothing to submit: next is complete',
    )
  })

  it('may be sent at once, as a form of HTML has it', async () => {
    const { step, submit } = await openForm()
    const values = new FormData()
    values.set('identifier', 'ada@example.com')
    values.set('password', password)
    values.set('avatar', new Blob(['x']))
    expect((await submit(values)).error).toBeNull()
    expect(step()[0]).toBe('complete')
  })

  it('is the code of the factor that was chosen, which is sent then', async () => {
    const { emulator, step, submit, choose } = await openForm()
    await submit({ identifier: 'ada@example.com' })
    await choose('email_code')
    expect(step()).toEqual(['first_factor', 'email_code', 'code'])
    expect(emulator.inbox.messages()).toHaveLength(1)
    await choose('password')
    expect(step()).toEqual(['first_factor', 'password', 'password'])
    await choose('email_code')
    expect(emulator.inbox.messages()).toHaveLength(1)
    await submit({ code: emulator.inbox.latest()?.code })
    expect(step()[0]).toBe('complete')
  })

  it('is what was sent before the page was loaded again', async () => {
    const { emulator, clientele, submit, choose } = await openForm()
    emulator.users.create({ emailAddress, password })
    await submit({ identifier: emailAddress })
    await choose('reset_password_email_code')
    const again = open({ initialState: clientele.store.getState() })
    expect(signInForm(again.clientele).get()).toMatchObject({
      factor: { strategy: 'reset_password_email_code' },
      fields: ['code'],
    })
  })

  it('is a new password after the code for it', async () => {
    const { emulator, step, submit, choose } = await openForm()
    emulator.users.create({ emailAddress, password })
    await submit({ identifier: emailAddress })
    await choose('reset_password_email_code')
    await submit({ code })
    expect(step()).toEqual(['new_password', undefined, 'password'])
    await submit({ password: 'a better horse battery' })
    expect(step()[0]).toBe('complete')
  })

  it('is a code of the authenticator app, or a backup code that was chosen', async () => {
    const { emulator, step, submit, choose } = await openForm()
    const totpSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
    emulator.users.create({ emailAddress, password, totpSecret, backupCodes: ['only-one'] })
    await submit({ identifier: emailAddress })
    await submit({ password })
    expect(step()).toEqual(['second_factor', 'totp', 'code'])
    await choose('backup_code')
    expect(step()).toEqual(['second_factor', 'backup_code', 'code'])
    await submit({ code: 'only-one' })
    expect(step()[0]).toBe('complete')
  })

  it('is forgotten with the sign-in, and by another step', async () => {
    const { emulator, form, step, submit, choose } = await openForm()
    emulator.users.create({ emailAddress, password })
    await submit({ identifier: emailAddress })
    await choose('email_code')
    form.get().reset()
    await submit({ identifier: 'ada@example.com' })
    expect(step()).toEqual(['first_factor', 'password', 'password'])
  })

  it('tells of a choice, and of nothing when there is none', async () => {
    const { emulator, seen, submit, choose } = await openForm()
    emulator.users.create({ emailAddress, password })
    await submit({ identifier: emailAddress })
    await choose('email_code')
    seen.length = 0
    await choose('password')
    await choose('password')
    expect(seen.map(({ factor }) => factor?.strategy)).toEqual(['password'])
    await expect(choose('totp')).rejects.toThrow('choose() takes one of next.factors')
    expect(seen).toHaveLength(1)
  })

  it.each([undefined, null, 'code', 7])('is never %s', async values => {
    const { submit } = await openForm()
    await expect(submit(values as never)).rejects.toThrow('submit() takes a FormData')
  })

  it('of an account is what the instance asks for, whatever stays empty left out', async () => {
    const { clientele } = await openForm({ username: 'required', legalConsent: true })
    const form = signUpForm(clientele)
    const { submit } = form.get()
    expect(form.get().fields).toEqual(['emailAddress', 'password'])
    await submit({ emailAddress, password, firstName: '' })
    expect(form.get().fields).toEqual(['username', 'legalAccepted'])
    await submit([
      ['username', 'evelyn'],
      ['legalAccepted', 'on'],
    ])
    expect(form.get()).toMatchObject({ next: { kind: 'verify' }, fields: ['code'] })
    await form.get().prepareVerification({ strategy: 'email_code' })
    expect(await submit({ code })).toMatchObject({ error: null, signUp: { status: 'complete' } })
    expect(form.get().fields).toEqual([])
    await expect(submit({ code })).rejects.toThrow('There is nothing to submit: next is complete')
  })
})
