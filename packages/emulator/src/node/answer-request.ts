import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Emulator } from '../control/emulator.ts'
import { toErrorsJson } from '../lib/api-error.ts'
import { ConnectionDropped } from '../network/faults/connection-dropped.ts'

interface Asking {
  readonly incoming: { readonly socket: { destroy(): unknown } }
}

const notSaved = (error: unknown): Response => {
  const message = error instanceof Error ? error.message : String(error)
  return Response.json(
    { errors: toErrorsJson([{ code: 'emulator_data_not_saved', message }]) },
    { status: 500 },
  )
}

/**
 * Answers what came over a socket. What changed is saved before, and also before the connection is
 * broken after an effect: nobody learns of a change that could still be lost.
 */
export const answerAsked = async (
  { fetch }: Emulator,
  save: () => Promise<void>,
  request: Request,
  { incoming }: Asking,
): Promise<Response> => {
  // The fetch fails when a fault breaks the connection, when the asker hung up, or when it asked by
  // a method that cannot be represented at all.
  const answer = await fetch(request).catch((error: unknown) => error)
  try {
    await save()
  } catch (error) {
    return notSaved(error)
  }
  if (answer instanceof Response) return answer
  if (!(answer instanceof ConnectionDropped)) return new Response(null, { status: 400 })
  incoming.socket.destroy()
  return RESPONSE_ALREADY_SENT
}
