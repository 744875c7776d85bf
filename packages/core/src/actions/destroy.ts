import type { Kernel } from '../kernel.ts'
import { clearAttempt } from '../slices/attempts.ts'
import { bumpEpoch } from '../slices/cache.ts'
import { mutate } from './mutate.ts'

/** Deletes the client, and with it every session and attempt. Goes before everything that waits. */
export const destroy = (kernel: Kernel): Promise<unknown> =>
  mutate(kernel, {
    method: 'DELETE',
    path: '/client',
    ends: true,
    priority: 'front',
    finish: error => (error ? [] : [clearAttempt('signIn'), clearAttempt('signUp'), bumpEpoch]),
  })
