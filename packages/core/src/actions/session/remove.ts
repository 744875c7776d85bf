import type { Kernel } from '../../kernel.ts'
import { mutate } from '../mutate.ts'
import { sessionPath } from './path.ts'

/** Takes one session off this client. Goes before everything that waits. */
export const removeSession = (kernel: Kernel, id: string): Promise<unknown> =>
  mutate(kernel, {
    method: 'POST',
    path: sessionPath(id, 'remove'),
    subject: 'session',
    priority: 'front',
  })
