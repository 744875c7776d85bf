import type { Answered } from '../handler.ts'
import { raceForToken, revokeBefore } from './arrivals.ts'
import { ConnectionDropped } from './connection-dropped.ts'
import type { Fault } from './fault.ts'
import { lagBehind } from './lagging.ts'
import type { Next, Passage } from './passage.ts'
import { rewritten } from './rewritten.ts'
import { withBody, withDateOff } from './spoiled-answers.ts'
import { toPage, toStale, toStatus } from './substitutes.ts'

type Of<Kind extends Fault['kind']> = Extract<Fault, { kind: Kind }>

/** Whether a fault keeps a request from the Frontend API: of several, only the first one does. */
export const isSubstitute = ({ kind }: Fault): boolean =>
  kind === 'status' || kind === 'html' || kind === 'stale'

const delay = async (
  { ms, before = 'request' }: Of<'latency'>,
  { instance, signal }: Passage,
  next: Next,
) => {
  if (before === 'request') await instance.waits.time(ms, signal)
  const answered = await next()
  if (before === 'answer') await instance.waits.time(ms, signal)
  return answered
}

const drop = async ({ when }: Of<'drop'>, next: Next): Promise<Answered> => {
  if (when === 'after-effect') await next()
  throw new ConnectionDropped()
}

const twice = async (next: Next): Promise<Answered> => {
  await next()
  return next()
}

const holdBack = async ({ instance, signal }: Passage, next: Next): Promise<Answered> => {
  const answered = await next()
  await instance.waits.answer(signal)
  return answered
}

/** Lets a fault happen to a request. */
export const interfere = async (fault: Fault, passage: Passage, next: Next): Promise<Answered> => {
  switch (fault.kind) {
    case 'latency':
      return delay(fault, passage, next)
    case 'status':
      return next({ substitute: toStatus(fault, passage) })
    case 'html':
      return next({ substitute: toPage(fault) })
    case 'stale':
      return next({ substitute: toStale(fault, passage) })
    case 'drop':
      return drop(fault, next)
    case 'duplicate':
      return twice(next)
    case 'reorder':
      return holdBack(passage, next)
    case 'malformed':
      return withBody(
        await next(),
        text => fault.body ?? text.slice(0, Math.floor(text.length / 2)),
      )
    case 'rewrite':
      return withBody(await next(), text => rewritten(text, fault.values))
    case 'lag':
      return lagBehind(passage, next)
    case 'rotation-race':
      return raceForToken(passage, next)
    case 'revoke':
      return revokeBefore(passage, next)
    case 'clock-skew':
      return withDateOff(await next(), fault.ms)
  }
}
