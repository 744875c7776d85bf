import { openApp } from '@clientele/conformance'
import { useUser } from '@clientele/react'
import { ClienteleProvider } from '@clientele/react/browser'
import { expect, it } from 'vitest'
import { acting, openScreen } from './support/screen.tsx'

const Greeting = () => <p>{useUser()?.firstName}</p>

it('keeps the cookies for backends, as only the modules of a browser do', async () => {
  const app = openApp()
  await app.clientele.load()
  await app.signIn('Ada')
  const { element, close } = await openScreen(
    <ClienteleProvider publishableKey={app.emulator.publishableKey} fetch={app.browser.fetch}>
      <Greeting />
    </ClienteleProvider>,
  )
  await acting(() => expect.poll(() => document.cookie).toContain('__session='))
  expect(element.textContent).toBe('Ada')
  await close()
})
