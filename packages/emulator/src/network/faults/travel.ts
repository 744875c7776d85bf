import type { Answered } from '../handler.ts'
import { interfere, isSubstitute } from './interfere.ts'
import type { Passage } from './passage.ts'

/**
 * Takes a request past the faults it meets, in the order in which they were added, and then to
 * `handle`.
 *
 * @throws ConnectionDropped when a fault breaks the connection.
 */
export const travel = async (
  start: Passage,
  handle: (passage: Passage) => Promise<Answered>,
): Promise<Answered> => {
  const { instance, incoming } = start
  const request = { method: incoming.method, path: incoming.url.pathname }
  const pass = (passage: Passage, from: number): Promise<Answered> => {
    const met = instance.faults.meet(
      request,
      from,
      fault => passage.substitute !== null && isSubstitute(fault),
    )
    if (!met) return handle(passage)
    return interfere(met.fault, passage, changes => pass({ ...passage, ...changes }, met.order + 1))
  }
  try {
    return await pass(start, 0)
  } finally {
    instance.waits.release()
  }
}
