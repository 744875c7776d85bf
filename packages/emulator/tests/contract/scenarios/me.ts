import { createBrowser, createSignedIn } from '../../support/browser.ts'
import type { Scenario } from '../recorder.ts'

/** The user of a session. */
export const meScenarios: readonly Scenario[] = [
  {
    name: 'a user reads what there is',
    run: async start => {
      const { send } = await createSignedIn(start())
      await send('GET', '/v1/me')
    },
  },
  {
    name: 'a stranger asks for a user',
    run: async start => {
      const { send } = createBrowser(start())
      await send('GET', '/v1/me')
    },
  },
]
