import { openApp } from '@clientele/conformance'
import { ClienteleProvider, Show } from '@clientele/react'
import { describe, expect, it } from 'vitest'
import { openScreen } from './support/screen.tsx'

const open = async () => {
  const app = openApp()
  const screen = await openScreen(
    <ClienteleProvider clientele={app.clientele}>
      <Show when="loading">loading </Show>
      <Show when="signed-in" fallback="(nobody) ">
        signed in{' '}
      </Show>
      <Show when="signed-out">signed out </Show>
      <Show when="degraded">degraded </Show>
    </ClienteleProvider>,
  )
  return { ...app, ...screen, text: () => screen.element.textContent }
}

describe('Show', () => {
  it('follows the store through a visit', async () => {
    const { clientele, client, signIn, act, text } = await open()
    expect(text()).toBe('loading (nobody) ')
    await act(() => clientele.load())
    expect(text()).toBe('(nobody) signed out ')
    await act(() => signIn('Ada'))
    await act(() => clientele.setActive({ session: client().sessions[0] ?? null }))
    expect(text()).toBe('signed in ')
    await act(() => clientele.signOut())
    expect(text()).toBe('(nobody) signed out ')
  })

  it('keeps the last known while the connection is lost', async () => {
    const { clientele, client, cut, act, text } = await open()
    await act(() => clientele.load())
    cut()
    await act(() =>
      client()
        .create()
        .catch(() => {}),
    )
    expect(text()).toBe('(nobody) signed out degraded ')
  })

  it('does not go on loading when the server has refused for good', async () => {
    const app = openApp({
      fetch: async () => Response.json({ errors: [{ code: 'host_invalid', message: 'no' }] }, { status: 400 }),
    })
    const { element, act } = await openScreen(
      <ClienteleProvider clientele={app.clientele}>
        <Show when="loading" fallback="over">
          loading
        </Show>
      </ClienteleProvider>,
    )
    await act(() => app.clientele.load().catch(() => {}))
    expect(app.clientele.status).toBe('failed')
    expect(element.textContent).toBe('over')
  })
})
