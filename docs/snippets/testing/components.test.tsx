// @vitest-environment happy-dom
import { createTestClientele, type TestState } from '@clientele/emulator/testing'
import { ClienteleProvider, Show, useUser } from '@clientele/react'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeAll, expect, it, vi } from 'vitest'

beforeAll(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  return () => vi.unstubAllGlobals()
})

// #region component
const Greeting = () => (
  <>
    <Show when="signed-in">Hello {useUser()?.firstName}</Show>
    <Show when="signed-out">Please sign in</Show>
    <Show when="loading">Loading…</Show>
  </>
)

const render = async (state: TestState) => {
  const { clientele, emulator } = await createTestClientele({ state, user: { firstName: 'Ada' } })
  const page = document.createElement('main')
  await act(async () =>
    createRoot(page).render(
      <ClienteleProvider clientele={clientele}>
        <Greeting />
      </ClienteleProvider>,
    ),
  )
  return { page, clientele, emulator }
}

it.each([
  ['signed-in', 'Hello Ada'],
  ['signed-out', 'Please sign in'],
  ['loading', 'Loading…'],
  ['degraded', 'Hello Ada'],
] as const)('while %s it shows: %s', async (state, text) => {
  const { page } = await render(state)
  expect(page.textContent).toBe(text)
})

it('follows a sign-out', async () => {
  const { page, clientele } = await render('signed-in')
  await act(() => clientele.signOut())
  expect(page.textContent).toBe('Please sign in')
})
// #endregion component
