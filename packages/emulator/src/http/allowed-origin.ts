import type { Instance } from '../model/instance.ts'

/** Whether an origin may call at this address: nobody's, its own, or one that is allowed to. */
export const isAllowedOrigin = (
  { settings: { allowedOrigins } }: Instance,
  { origin: own }: URL,
  origin: string | null,
): boolean =>
  origin === null || origin === own || allowedOrigins === null || allowedOrigins.includes(origin)
