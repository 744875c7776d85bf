import type { Kernel } from '../../kernel.ts'
import { mutate } from '../mutate.ts'
import { sessionPath } from './path.ts'

/** Fetches one session; the answer carries the whole client, so it takes a turn like a mutation. */
export const reloadSession = (kernel: Kernel, id: string): Promise<unknown> =>
  mutate(kernel, { method: 'GET', path: sessionPath(id), subject: 'session' })
