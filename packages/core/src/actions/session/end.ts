import type { Kernel } from '../../kernel.ts'
import { mutate } from '../mutate.ts'
import { sessionPath } from './path.ts'

/** Signs one session out. Goes before everything that waits. */
export const endSession = (kernel: Kernel, id: string): Promise<unknown> =>
  mutate(kernel, {
    method: 'POST',
    path: sessionPath(id, 'end'),
    subject: 'session',
    priority: 'front',
  })
