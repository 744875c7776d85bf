// What the other snippets of the guide rest on.
import { createClientele } from '@clientele/core'
import { browserModules } from '@clientele/core/browser'

export const publishableKey = 'pk_test_…'
export const store = createClientele({ publishableKey, modules: browserModules() })
