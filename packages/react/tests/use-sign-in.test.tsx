import { openApp } from '@clientele/conformance'
import { useSignIn, useSignUp } from '@clientele/react'
import { describe, expect, it } from 'vitest'
import { watch } from './support/watch.tsx'

const password = 'correct horse battery'

const openLoaded = async () => {
  const app = openApp()
  await app.clientele.load()
  app.emulator.users.create({ emailAddress: 'ada@example.com', password })
  return app
}

describe('useSignIn', () => {
  it('shows nothing until the client is known, and refuses to act until then', async () => {
    const app = openApp()
    const { seen, act } = await watch(app, useSignIn)
    expect(seen).toMatchObject([{ signIn: undefined, next: undefined, fetchStatus: 'idle' }])
    await expect(seen[0]?.create({ identifier: 'ada@example.com' })).rejects.toThrow(TypeError)
    await act(() => app.clientele.load())
    expect(seen.at(-1)).toMatchObject({ signIn: { status: null }, next: { kind: 'start' } })
  })

  it('follows an attempt from the first render’s functions alone', async () => {
    const app = await openLoaded()
    const { seen, act } = await watch(app, useSignIn)
    const [form] = seen
    await act(() => form?.create({ identifier: 'ada@example.com' }))
    await act(() => form?.attemptFirstFactor({ strategy: 'password', password }))
    expect(seen.map(({ next, fetchStatus }) => `${next?.kind} ${fetchStatus}`)).toEqual([
      'start idle',
      'start fetching',
      'first_factor idle',
      'first_factor fetching',
      'complete idle',
    ])
    expect(seen.at(-1)?.signIn).toBe(app.client().signIn)
  })

  it('sorts what went wrong by field, and forgets it when the next action begins', async () => {
    const app = await openLoaded()
    const { seen, act } = await watch(app, useSignIn)
    const [form] = seen
    await act(() => form?.create({ identifier: 'nobody@example.com' }).catch(() => {}))
    expect(seen.at(-1)?.errors).toMatchObject({
      fields: { identifier: [{ code: 'form_identifier_not_found' }] },
      global: [],
    })
    await act(() => form?.create({ identifier: 'ada@example.com' }))
    expect(seen.at(-1)?.errors).toEqual({ fields: {}, global: [] })
  })

  it('shows a failure of the network as one of no field', async () => {
    const app = await openLoaded()
    const { seen, act } = await watch(app, useSignIn)
    app.cut()
    await act(() => seen[0]?.create({ identifier: 'ada@example.com' }).catch(() => {}))
    expect(seen.at(-1)).toMatchObject({
      fetchStatus: 'idle',
      errors: { fields: {}, global: [{ code: 'network_error' }] },
    })
  })

  it('is the same object, with the same functions, on every render without a change', async () => {
    const app = await openLoaded()
    const { seen, act, again } = await watch(app, useSignIn)
    await again()
    expect(seen[1]).toBe(seen[0])
    await act(() => seen[0]?.create({ identifier: 'ada@example.com' }))
    expect(seen.at(-1)?.attemptFirstFactor).toBe(seen[0]?.attemptFirstFactor)
  })

  it('begins anew after reset', async () => {
    const app = await openLoaded()
    const { seen, act } = await watch(app, useSignIn)
    await act(() => seen[0]?.create({ identifier: 'ada@example.com' }))
    await act(() => seen[0]?.reset())
    expect(seen.at(-1)).toMatchObject({ signIn: { id: undefined }, next: { kind: 'start' } })
  })

  it('does not render for a sign-up', async () => {
    const app = await openLoaded()
    const { seen, act } = await watch(app, useSignIn)
    await act(() => app.client().signUp.create({ emailAddress: 'eve@example.com' }))
    expect(seen).toHaveLength(1)
  })
})

describe('useSignUp', () => {
  it('follows an attempt from the first render’s functions alone', async () => {
    const app = await openLoaded()
    const { seen, act } = await watch(app, useSignUp)
    const [form] = seen
    await act(() => form?.create({ emailAddress: 'eve@example.com', password }))
    await act(() => form?.prepareEmailAddressVerification())
    const code = app.emulator.inbox.latest()?.code ?? ''
    await act(() => form?.attemptEmailAddressVerification({ code }))
    expect([...new Set(seen.map(({ next }) => next?.kind))]).toEqual(['start', 'verify', 'complete'])
    expect(seen.at(-1)).toMatchObject({ fetchStatus: 'idle', signUp: { status: 'complete' } })
  })

  it('sorts what went wrong by field', async () => {
    const app = await openLoaded()
    const { seen, act } = await watch(app, useSignUp)
    await act(() => seen[0]?.create({ emailAddress: 'ada@example.com', password }).catch(() => {}))
    expect(seen.at(-1)?.errors).toMatchObject({
      fields: { email_address: [{ code: 'form_identifier_exists' }] },
      global: [],
    })
  })

  it('begins anew after reset, and does not render for a sign-in', async () => {
    const app = await openLoaded()
    const { seen, act } = await watch(app, useSignUp)
    await act(() => app.client().signIn.create({ identifier: 'ada@example.com' }))
    expect(seen).toHaveLength(1)
    await act(() => seen[0]?.create({ emailAddress: 'eve@example.com' }))
    await act(() => seen[0]?.reset())
    expect(seen.at(-1)).toMatchObject({ signUp: { id: undefined }, next: { kind: 'start' } })
  })
})
