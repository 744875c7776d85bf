'use client'
import type { ClienteleOptions } from '@clientele/core'
import { browserModules } from '@clientele/core/browser'
import { ClienteleProvider } from '@clientele/react'
import type { ReactNode } from 'react'

export const Clientele = (props: ClienteleOptions & { children: ReactNode }) => (
  <ClienteleProvider modules={browserModules()} {...props} />
)
