'use client'

import type { ClienteleOptions } from '@clientele/core'
import { browserModules } from '@clientele/core/browser'
import type { ReactElement, ReactNode } from 'react'
import { ClienteleProvider as Provider } from './provider.tsx'

/** Options of a store, but for its modules. */
export type ClienteleProviderProps = Omit<ClienteleOptions, 'modules'> & {
  readonly children?: ReactNode
}

/**
 * `ClienteleProvider` of `@clientele/react`, whose store has the modules of
 * `@clientele/core/browser`. A server component can render it: all that it takes can be sent to a
 * page, which modules cannot.
 *
 * @throws TypeError for a wrong option, by name.
 * @example
 * <ClienteleProvider publishableKey={publishableKey} initialState={initialState}>
 *   {children}
 * </ClienteleProvider>
 */
export const ClienteleProvider = (props: ClienteleProviderProps): ReactElement => (
  <Provider {...props} modules={browserModules()} />
)
