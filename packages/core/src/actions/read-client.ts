import { withDeadline } from '../deadline.ts'
import type { Kernel } from '../kernel.ts'
import type { Priority } from '../turns.ts'
import { exchange, take } from './exchange.ts'

export interface ReadOptions {
  readonly priority?: Priority | undefined
  readonly query?: Readonly<Record<string, string>> | undefined
  /** Milliseconds for all of it, waiting for a turn included. */
  readonly timeout?: number | undefined
}

/**
 * Asks for the client. An answer that was overlapped by a mutation, or by a read that brought
 * something, may be older or newer than theirs, so it is not taken in: the question is put once
 * more, in a turn of its own.
 */
export const readClient = (
  kernel: Kernel,
  { priority = 'user', query, timeout = 60_000 }: ReadOptions = {},
): Promise<unknown> =>
  withDeadline(kernel.ports.clock, timeout, [kernel.lifetime], async signal => {
    const request = { method: 'GET', path: '/client', query, signal, subject: 'client' } as const
    const doubtable = () => true
    const inTurn = () =>
      kernel.turns.run(priority, () => exchange(kernel, { ...request, doubtable }), {
        survives: true,
      })
    if (kernel.rotates) return inTurn()
    const overlapped = kernel.turns.watch()
    const answer = await kernel.send({ ...request, doubtable: () => !overlapped() })
    return overlapped() ? inTurn() : take(kernel, request, answer)
  })
