import type { Kernel } from '../kernel.ts'
import { mutate } from './mutate.ts'

/** Removes all sessions and keeps the client. Goes before everything that waits. */
export const removeSessions = (kernel: Kernel): Promise<unknown> =>
  mutate(kernel, {
    method: 'DELETE',
    path: '/client/sessions',
    subject: 'client',
    priority: 'front',
  })
