import { describe, expect, it } from 'vitest'
import { openApp } from './app.ts'
import { countListeners } from './count-listeners.ts'
import type { Driver } from './driver.ts'

const password = 'correct horse battery'
const emailAddress = 'eve@example.com'

/** A loaded store over an instance with one user, of whom nobody is signed in. */
const openLoaded = async () => {
  const app = openApp()
  await app.clientele.load()
  app.emulator.users.create({ emailAddress: 'ada@example.com', password })
  return app
}

/** Runs the cases that the forms of every adapter pass. */
export const conformForms = (driver: Driver): void => {
  describe(`${driver.name}: a form for signing in`, () => {
    it('shows nothing until the client is known, and refuses to act until then', async () => {
      const { clientele } = openApp()
      const { signIn, act } = await driver.mountForms(clientele)
      expect(signIn).toMatchObject([{ signIn: undefined, next: undefined, fetchStatus: 'idle' }])
      await expect(signIn[0]?.create({ identifier: 'ada@example.com' })).rejects.toThrow(TypeError)
      await act(() => clientele.load())
      expect(signIn).toMatchObject([{}, { signIn: { status: null }, next: { kind: 'start' } }])
    })

    it('shows each step once, from the first one’s functions alone', async () => {
      const { clientele, client } = await openLoaded()
      const { signIn, act } = await driver.mountForms(clientele)
      await act(() => signIn[0]?.create({ identifier: 'ada@example.com' }))
      await act(() => signIn[0]?.attemptFirstFactor({ strategy: 'password', password }))
      const steps = [
        'start idle',
        'start fetching',
        'first_factor idle',
        'first_factor fetching',
        'complete idle',
      ]
      const shown = signIn.map(({ next, fetchStatus }) => `${next?.kind} ${fetchStatus}`)
      // A framework may skip what lasts for less than a frame (React 18 does, in its tests), and
      // show nothing twice.
      expect(shown).toEqual(steps.filter(step => step.endsWith('idle') || shown.includes(step)))
      expect(signIn.at(-1)?.signIn).toBe(client().signIn)
    })

    it('shows what went wrong by its field, until the next action has begun', async () => {
      const { clientele } = await openLoaded()
      const { signIn, act } = await driver.mountForms(clientele)
      await act(() => signIn[0]?.create({ identifier: 'nobody@example.com' }))
      const fields = { identifier: { code: 'form_identifier_not_found' } }
      expect(signIn.at(-1)?.errors).toMatchObject({ fields, global: [] })
      await act(() => signIn[0]?.create({ identifier: 'ada@example.com' }))
      expect(signIn.at(-1)?.errors).toEqual({ fields: {}, global: [], all: [] })
    })

    it('shows a failure of the network as one of no field', async () => {
      const { clientele, cut } = await openLoaded()
      const { signIn, act } = await driver.mountForms(clientele)
      cut()
      await act(() => signIn[0]?.create({ identifier: 'ada@example.com' }))
      const errors = { fields: {}, global: [{ code: 'network_error' }] }
      expect(signIn.at(-1)).toMatchObject({ fetchStatus: 'idle', errors })
    })

    it('asks for what is to be typed, and sends it', async () => {
      const { clientele } = await openLoaded()
      const { signIn, act } = await driver.mountForms(clientele)
      const fields = () => signIn.at(-1)?.fields
      expect(fields()).toEqual(['identifier'])
      await act(() => signIn[0]?.submit({ identifier: 'ada@example.com' }))
      expect([fields(), signIn.at(-1)?.factor]).toEqual([['password'], { strategy: 'password' }])
      await act(() => signIn[0]?.submit({ password }))
      expect(signIn.at(-1)).toMatchObject({ next: { kind: 'complete' }, fields: [] })
    })

    it('shows the factor that was chosen', async () => {
      const { clientele, client } = await openLoaded()
      const { signIn, act } = await driver.mountForms(clientele)
      await act(() => signIn[0]?.submit({ identifier: 'ada@example.com' }))
      const { next } = client().signIn
      const factors = next.kind === 'first_factor' ? next.factors : []
      const [code] = factors.filter(factor => factor.strategy === 'email_code')
      await act(async () => code && signIn[0]?.choose(code))
      expect(signIn.at(-1)).toMatchObject({ factor: code, fields: ['code'] })
    })

    it('begins anew after reset', async () => {
      const { clientele } = await openLoaded()
      const { signIn, act } = await driver.mountForms(clientele)
      await act(() => signIn[0]?.create({ identifier: 'ada@example.com' }))
      await act(() => signIn[0]?.reset())
      expect(signIn.at(-1)).toMatchObject({ signIn: { id: undefined }, next: { kind: 'start' } })
    })

    it('does not render for anything else', async () => {
      const { clientele, client, reload } = await openLoaded()
      const { signIn, act } = await driver.mountForms(clientele)
      await act(reload)
      await act(() => client().signUp.create({ emailAddress }))
      expect(signIn).toHaveLength(1)
    })
  })

  describe(`${driver.name}: a form for signing up`, () => {
    it('shows each step, from the first one’s functions alone', async () => {
      const { clientele, emulator } = await openLoaded()
      const { signUp, act } = await driver.mountForms(clientele)
      const [form] = signUp
      await act(() => form?.create({ emailAddress, password }))
      await act(() => form?.prepareEmailAddressVerification())
      const code = emulator.inbox.latest()?.code ?? ''
      await act(() => form?.attemptEmailAddressVerification({ code }))
      expect([...new Set(signUp.map(({ next }) => next?.kind))]).toEqual([
        'start',
        'verify',
        'complete',
      ])
      expect(signUp.at(-1)).toMatchObject({ fetchStatus: 'idle', signUp: { status: 'complete' } })
    })

    it('asks for what is to be typed, and sends it', async () => {
      const { clientele } = await openLoaded()
      const { signUp, act } = await driver.mountForms(clientele)
      expect(signUp[0]?.fields).toEqual(['emailAddress', 'password'])
      await act(() => signUp[0]?.submit({ emailAddress, password }))
      expect(signUp.at(-1)).toMatchObject({ next: { kind: 'verify' }, fields: ['code'] })
    })

    it('shows what went wrong by its field', async () => {
      const { clientele } = await openLoaded()
      const { signUp, act } = await driver.mountForms(clientele)
      await act(() => signUp[0]?.create({ emailAddress: 'ada@example.com', password }))
      const fields = { emailAddress: { code: 'form_identifier_exists' } }
      expect(signUp.at(-1)?.errors).toMatchObject({ fields, global: [] })
    })

    it('begins anew after reset, and does not render for a sign-in', async () => {
      const { clientele, client } = await openLoaded()
      const { signUp, act } = await driver.mountForms(clientele)
      await act(() => client().signIn.create({ identifier: 'ada@example.com' }))
      expect(signUp).toHaveLength(1)
      await act(() => signUp[0]?.create({ emailAddress }))
      await act(() => signUp[0]?.reset())
      expect(signUp.at(-1)).toMatchObject({ signUp: { id: undefined }, next: { kind: 'start' } })
    })
  })

  it(`${driver.name}: forms leave no listener behind`, async () => {
    const { clientele, count } = countListeners((await openLoaded()).clientele)
    const { unmount } = await driver.mountForms(clientele)
    expect(count()).toBeGreaterThan(0)
    await unmount()
    expect(count()).toBe(0)
  })
}
