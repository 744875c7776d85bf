import type { HandledResponse } from '../handled-response.ts'
import { raceForToken, revokeBefore } from './before-handle.ts'
import { htmlResponse, recordedResponse, statusResponse } from './canned-responses.ts'
import { ConnectionDropped } from './connection-dropped.ts'
import type { Fault } from './fault.ts'
import type { FaultContext, Next } from './fault-context.ts'
import { withBody, withDate } from './mutate-response.ts'
import { rewriteJson } from './rewrite-json.ts'
import { showStaleClient } from './stale-client.ts'

type Of<Kind extends Fault['kind']> = Extract<Fault, { kind: Kind }>

/** Whether a fault keeps a request from the Frontend API: of several, only the first one does. */
export const givesCannedResponse = ({ kind }: Fault): boolean =>
  kind === 'status' || kind === 'html' || kind === 'stale'

const delay = async (
  { ms, before = 'request' }: Of<'latency'>,
  { signal, waits }: FaultContext,
  next: Next,
) => {
  if (before === 'request') await waits.time(ms, signal)
  const handled = await next()
  if (before === 'answer') await waits.time(ms, signal)
  return handled
}

const drop = async ({ when }: Of<'drop'>, next: Next): Promise<HandledResponse> => {
  if (when === 'after-effect') await next()
  throw new ConnectionDropped()
}

const twice = async (next: Next): Promise<HandledResponse> => {
  await next()
  return next()
}

const holdBack = async ({ signal, waits }: FaultContext, next: Next): Promise<HandledResponse> => {
  const handled = await next()
  await waits.answer(signal)
  return handled
}

/** Lets a fault happen to a request. */
export const applyFault = async (
  fault: Fault,
  context: FaultContext,
  next: Next,
): Promise<HandledResponse> => {
  switch (fault.kind) {
    case 'latency':
      return delay(fault, context, next)
    case 'status':
      return next({ cannedResponse: statusResponse(fault, context) })
    case 'html':
      return next({ cannedResponse: htmlResponse(fault) })
    case 'stale':
      return next({ cannedResponse: recordedResponse(fault, context) })
    case 'drop':
      return drop(fault, next)
    case 'duplicate':
      return twice(next)
    case 'reorder':
      return holdBack(context, next)
    case 'malformed':
      return withBody(
        await next(),
        text => fault.body ?? text.slice(0, Math.floor(text.length / 2)),
      )
    case 'rewrite':
      return withBody(await next(), text => rewriteJson(text, fault.values))
    case 'lag':
      return showStaleClient(context, next)
    case 'rotation-race':
      return raceForToken(context, next)
    case 'revoke':
      return revokeBefore(context, next)
    case 'clock-skew':
      return withDate(await next(), fault.ms)
  }
}
