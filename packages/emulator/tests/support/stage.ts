import { findScenario } from '@clientele/emulator'
import { createBrowser, createFrozen, jane } from './browser.ts'

/** An emulator with a scenario on it, and a browser. */
export const stage = (name: string) => {
  const emulator = createFrozen()
  emulator.seed(findScenario(name).seed)
  return { emulator, ...createBrowser(emulator) }
}

/** The same, and Jane is signed in. */
export const stageSignedIn = async (name: string) => {
  const browser = stage(name)
  const { body } = await browser.signIn({ identifier: jane.emailAddress, password: jane.password })
  return { ...browser, id: body.response.created_session_id ?? '' }
}

export const password = { identifier: jane.emailAddress, password: jane.password }
