import { createClientele } from '@clientele/core'

const publishableKey: string = import.meta.env.VITE_CLERK_PUBLISHABLE_KEY

// #region mount
const clientele = createClientele({ publishableKey })

if (import.meta.env.DEV) {
  const { mountDevtools } = await import('@clientele/devtools')
  mountDevtools(clientele)
}
// #endregion mount
