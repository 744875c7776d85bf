import type { HandledResponse } from '../handled-response.ts'
import { applyFault, givesCannedResponse } from './apply-fault.ts'
import type { FaultContext } from './fault-context.ts'

/**
 * Takes a request past the faults it meets, in the order in which they were added, and then to
 * `handle`.
 *
 * @throws ConnectionDropped when a fault breaks the connection.
 */
export const runFaults = async (
  start: FaultContext,
  handle: (context: FaultContext) => Promise<HandledResponse>,
): Promise<HandledResponse> => {
  const { faults, incoming, waits } = start
  const request = { method: incoming.method, path: incoming.url.pathname }
  const pass = (context: FaultContext, from: number): Promise<HandledResponse> => {
    const met = faults.match(
      request,
      from,
      fault => context.cannedResponse !== null && givesCannedResponse(fault),
    )
    if (!met) return handle(context)
    return applyFault(met.fault, context, changes =>
      pass({ ...context, ...changes }, met.order + 1),
    )
  }
  try {
    return await pass(start, 0)
  } finally {
    waits.release()
  }
}
