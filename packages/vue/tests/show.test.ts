import { openApp } from '@clientele/conformance'
import { Show } from '@clientele/vue'
import { describe, expect, it } from 'vitest'
import { h, ref } from 'vue'
import { openScreen } from './support/screen.ts'

const open = () => {
  const app = openApp()
  const screen = openScreen(app.clientele, () => [
    h(Show, { when: 'loading' }, () => 'loading '),
    h(Show, { when: 'signed-in' }, { default: () => 'signed in ', fallback: () => '(nobody) ' }),
    h(Show, { when: 'signed-out' }, () => 'signed out '),
    h(Show, { when: 'degraded' }, () => 'degraded '),
  ])
  return { ...app, ...screen, text: () => screen.element.textContent }
}

describe('Show', () => {
  it('follows the store through a visit', async () => {
    const { clientele, client, signIn, act, text } = open()
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
    const { clientele, client, cut, act, text } = open()
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
    const { clientele } = openApp({
      fetch: async () => Response.json({ errors: [{ code: 'host_invalid', message: 'no' }] }, { status: 400 }),
    })
    const { element, act } = openScreen(clientele, () =>
      h(Show, { when: 'loading' }, { default: () => 'loading', fallback: () => 'over' }),
    )
    await act(() => clientele.load().catch(() => {}))
    expect(clientele.status).toBe('failed')
    expect(element.textContent).toBe('over')
  })

  it('follows its prop', async () => {
    const { clientele } = openApp()
    const when = ref<'loading' | 'signed-in'>('loading')
    const { element, act } = openScreen(clientele, () => h(Show, { when: when.value }, () => 'true'))
    await act(() => {
      when.value = 'signed-in'
    })
    expect(element.textContent).toBe('')
  })
})
