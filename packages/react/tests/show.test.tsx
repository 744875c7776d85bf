import { openApp } from '@clientele/conformance'
import { ClienteleProvider, Show, type ShowWhen } from '@clientele/react'
import { expect, it } from 'vitest'
import { openScreen } from './support/screen.tsx'

it('Show follows its prop', async () => {
  const { clientele } = openApp()
  const page = (when: ShowWhen) => (
    <ClienteleProvider clientele={clientele}>
      <Show when={when}>true</Show>
    </ClienteleProvider>
  )
  const { element, show } = await openScreen(page('loading'))
  expect(element.textContent).toBe('true')
  await show(page('signed-in'))
  expect(element.textContent).toBe('')
})
