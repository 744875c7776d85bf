import type { ClienteleStore } from '@clientele/core'
import { createTestClientele, type TestState } from '@clientele/emulator/testing'
import { ClienteleProvider } from '@clientele/react'
import type { ComponentType } from 'react'

// #region preview
interface Context {
  readonly parameters: { readonly clientele?: TestState }
  readonly loaded: { readonly clientele?: ClienteleStore }
}

/** Makes the store that a story asks for by `parameters: { clientele: 'signed-out' }`. */
const loadClientele = async ({ parameters: { clientele: state = 'signed-in' } }: Context) => {
  const { clientele } = await createTestClientele({ state, user: { firstName: 'Ada' } })
  return { clientele }
}

const withClientele = (Story: ComponentType, { loaded: { clientele } }: Context) =>
  clientele && (
    <ClienteleProvider clientele={clientele}>
      <Story />
    </ClienteleProvider>
  )

export const preview = { loaders: [loadClientele], decorators: [withClientele] }
// #endregion preview
