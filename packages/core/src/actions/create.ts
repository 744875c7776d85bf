import type { Kernel } from '../kernel.ts'
import { mutate } from './mutate.ts'

/** Has the server make a new client, with its cookie. */
export const create = (kernel: Kernel): Promise<unknown> =>
  mutate(kernel, { method: 'PUT', path: '/client', subject: 'client' })
