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
  // React 18 does what is due when `act` ends, and not before.
  const cookies = async () => {
    await acting(async () => {})
    return document.cookie
  }
  await expect.poll(cookies).toContain('__session=')
  expect(element.textContent).toBe('Ada')
  await close()
})
