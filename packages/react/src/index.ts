'use client'

export type { ClienteleProviderProps } from './provider.tsx'
export { ClienteleProvider } from './provider.tsx'
export { useClient } from './use-client.ts'
export { useClientele } from './use-clientele.ts'
export { useSession } from './use-session.ts'
export { useStatus } from './use-status.ts'
