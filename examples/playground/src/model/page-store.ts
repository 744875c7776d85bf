import { type ClienteleStore, createClientele } from '@clientele/core'
import { browserModules } from '@clientele/core/browser'
import { persist } from '@clientele/core/persist'
import { timeline } from '@clientele/core/timeline'

const missing =
  'VITE_CLERK_PUBLISHABLE_KEY is not set: run `npm start` at the root, which sets it to the key of the emulator.'

/** The one store of a page. @throws TypeError when the key is missing or wrong */
export const createPageStore = (publishableKey: unknown): ClienteleStore => {
  if (typeof publishableKey !== 'string' || publishableKey === '') throw new TypeError(missing)
  return createClientele({ publishableKey, modules: [timeline(), persist(), ...browserModules()] })
}
